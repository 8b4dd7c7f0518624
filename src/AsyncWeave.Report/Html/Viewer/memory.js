import { h } from "./dom.js";
import { roleClass, roleName } from "./model.js";
import { bytes, shortType, visible } from "./text.js";
import { headerBytes } from "./strip.js";

const WORD = 8;

// The drawing: eight bytes a line, every byte of the instance at its place, the fields over them.
export function memoryDrawing(machine, open, marks = new Map()) {
  const grid = h("div", { class: "memory", role: "img", "aria-label": describe(machine) });
  const lines = Math.max(1, Math.ceil(machine.size / WORD));
  for (let line = 0; line < lines; line++) grid.append(ruler(line));
  for (const block of blocksOf(machine, open)) for (const piece of piecesOf(block)) grid.append(draw(piece, marks));
  return grid;
}

function describe(machine) {
  const fields = machine.fields.map((f) => `${labelOf(f)}, ${roleName(f.role)}, ${f.size} bytes at ${f.offset}`);
  return `Memory of ${bytes(machine.size, machine.exact)}: ${fields.join("; ")}. The table of fields says the same.`;
}

export function labelOf(field) {
  return visible(field.sourceName ?? field.name);
}

// Everything to be drawn, from the first byte to the last: header, fields or their insides, padding.
export function blocksOf(machine, open) {
  const blocks = [];
  const header = headerBytes(machine);
  if (header > 0) blocks.push({ kind: "header", start: 0, end: header, label: "object header, method table" });
  layFields(machine.fields, header, machine.size, open, "", blocks, machine.fields.map(() => null));
  return blocks;
}

function layFields(fields, start, end, open, path, blocks, roots) {
  let at = start;
  fields.forEach((field, i) => {
    const from = start + field.offset;
    if (from > at) blocks.push(padding(at, from));
    const key = path + "/" + i;
    const root = roots[i] ?? field;
    if (open.has(key) && field.fields.length > 0) layFields(field.fields, from, from + field.size, open, key, blocks, field.fields.map(() => root));
    else blocks.push({ kind: "field", key, field, root, nested: path !== "", start: from, end: from + field.size });
    at = Math.max(at, from + field.size);
  });
  if (end > at) blocks.push(padding(at, end));
}

function padding(start, end) {
  return { kind: "padding", start, end, label: end - start + " B padding" };
}

// A block may begin or end inside a line: it is cut into a head, the full lines, and a tail.
function piecesOf(block) {
  const pieces = [];
  let at = block.start;
  while (at < block.end) {
    const inLine = at % WORD;
    const whole = inLine === 0 ? Math.floor((block.end - at) / WORD) : 0;
    const end = whole > 0 ? at + whole * WORD : Math.min(block.end, at - inLine + WORD);
    pieces.push({ block, start: at, end });
    at = end;
  }
  const largest = pieces.reduce((best, p) => (p.end - p.start > best.end - best.start ? p : best), pieces[0]);
  return pieces.map((piece, i) => ({ ...piece, labelled: piece === largest, first: i === 0, last: i === pieces.length - 1 }));
}

function draw({ block, start, end, labelled, first, last }, marks) {
  const line = Math.floor(start / WORD);
  const column = start % WORD;
  const lines = Math.max(1, Math.floor((end - start) / WORD));
  const width = Math.min(end - start, WORD);
  const isField = block.kind === "field";
  const mark = isField ? marks.get(block.field.name) : null;
  const style = { "grid-row": `${line + 1} / span ${lines}`, "grid-column": `${column + 2} / span ${width}` };
  const classes = ["block", block.kind, isField ? roleClass(block.root.role) : "", block.nested ? "nested" : "", mark ?? "", first ? "first" : "joined-above", last ? "last" : "joined-below"];
  return h("div", { class: classes.filter(Boolean).join(" "), style, "data-field": isField ? block.key : null, title: titleOf(block) },
    labelled ? contents(block, width) : null);
}

function contents(block, width) {
  if (block.kind !== "field") return width >= 3 || block.kind === "header" ? h("span", { class: "label" }, block.label) : h("span", { class: "label" }, block.end - block.start);
  const field = block.field;
  return [
    h("span", { class: "label" }, labelOf(field).slice(0, 80)),
    width >= 4 ? h("span", { class: "kind" }, block.nested ? shortType(field.type).slice(0, 60) : roleName(field.role) + " · " + shortType(field.type).slice(0, 60)) : null,
    width >= 4 ? h("span", { class: "bytes" }, field.size + " B") : null,
  ];
}

function titleOf(block) {
  if (block.kind !== "field") return `${block.label}, bytes ${block.start}–${block.end - 1}`;
  return `${labelOf(block.field).slice(0, 200)}: bytes ${block.start}–${block.end - 1}, ${block.field.size} B, ${shortType(block.field.type).slice(0, 200)}`;
}

function ruler(line) {
  return h("div", { class: "ruler", style: { "grid-row": String(line + 1), "grid-column": "1" } }, line * WORD);
}
