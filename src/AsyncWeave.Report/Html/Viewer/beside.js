import { h } from "./dom.js";
import { bytes, change, number, shortType } from "./text.js";
import { roleClass, roleName } from "./model.js";
import { labelOf, memoryDrawing } from "./memory.js";

// The same method two or more times: its memory drawn on one scale, and a row for each field with what became of it.
export function beside(sides) {
  const rows = fieldRows(sides);
  const marks = sides.map((_, i) => marksOf(rows, i));
  return [
    h("div", { class: "beside" }, sides.map((side, i) => h("div", { class: "side" },
      h("h3", null, side.title), h("p", { class: "sum" }, sizeOf(side.method), i > 0 ? differenceTo(sides[0].method, side.method) : null),
      side.method?.stateMachine ? memoryDrawing(side.method.stateMachine, new Set(), marks[i]) : h("p", { class: "help" }, side.method ? "No state machine: the runtime suspends it." : "Not there.")))),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Fields compared" }, h("table", { class: "compared" },
      h("thead", null, h("tr", null, h("th", { scope: "col" }, "Field"), h("th", { scope: "col" }, "Role"), sides.map((s) => h("th", { scope: "col" }, s.title)), h("th", { scope: "col" }, "Change"))),
      h("tbody", null, rows.map((row) => rowOf(row)), summaryRows(sides)))),
  ];
}

function sizeOf(method) {
  if (!method) return "–";
  return method.stateMachine ? bytes(method.stateMachine.size, method.stateMachine.exact) : "no state machine";
}

function differenceTo(first, second) {
  if (!first?.stateMachine || !second?.stateMachine) return null;
  const difference = second.stateMachine.size - first.stateMachine.size;
  return h("span", { class: difference > 0 ? "grew" : "shrank" }, " " + change(difference));
}

// Compiler-made names carry numbers that move with their neighbours, so the same name counted off is the same field.
function fieldRows(sides) {
  const rows = new Map();
  sides.forEach((side, i) => {
    const seen = new Map();
    for (const field of side.method?.stateMachine?.fields ?? []) {
      const base = field.role + " " + (field.sourceName ?? field.name.replace(/\d+$/, "").replace(/__\d+$/, ""));
      const nth = (seen.get(base) ?? 0) + 1;
      seen.set(base, nth);
      const key = base + " " + nth;
      if (!rows.has(key)) rows.set(key, { fields: new Array(sides.length).fill(null), label: labelOf(field), role: field.role });
      rows.get(key).fields[i] = field;
    }
  });
  return [...rows.values()];
}

function fateOf(row, i) {
  const field = row.fields[i];
  const others = row.fields.filter((_, j) => j !== i);
  if (!field) return null;
  if (others.some((other) => other === null)) return "only-here";
  return others.some((other) => other.size !== field.size || other.type !== field.type) ? "changed" : null;
}

function marksOf(rows, i) {
  const marks = new Map();
  for (const row of rows) {
    const fate = fateOf(row, i);
    if (fate) marks.set(row.fields[i].name, fate);
  }
  return marks;
}

function rowOf(row) {
  const present = row.fields.filter(Boolean);
  const sizes = present.map((f) => f.size);
  const same = present.length === row.fields.length && new Set(sizes).size === 1 && new Set(present.map((f) => f.type)).size === 1;
  return h("tr", { class: same ? null : "differs" },
    h("th", { scope: "row", class: "field-name" }, row.label), h("td", null, h("span", { class: "chip " + roleClass(row.role) }, roleName(row.role))),
    row.fields.map((f) => h("td", null, f ? [h("b", null, f.size + " B"), ` at ${f.offset} `, h("span", { class: "type" }, shortType(f.type))] : h("span", { class: "absent" }, "not there"))),
    h("td", null, same ? "" : verdict(row.fields)));
}

function verdict(fields) {
  const [first, last] = [fields[0], fields.at(-1)];
  if (!first && last) return h("span", { class: "grew" }, "new, " + change(last.size));
  if (first && !last) return h("span", { class: "shrank" }, "gone, " + change(-first.size));
  if (!first || !last || first.size === last.size) return "another type";
  return h("span", { class: last.size > first.size ? "grew" : "shrank" }, change(last.size - first.size));
}

function summaryRows(sides) {
  const line = (title, read) => {
    const values = sides.map((s) => (s.method ? read(s.method) : null));
    return h("tr", { class: new Set(values).size > 1 ? "differs" : null }, h("th", { scope: "row" }, title), h("td"), values.map((v) => h("td", null, v === null || v === undefined ? "–" : number(v))), h("td"));
  };
  return [line("padding", (m) => m.stateMachine?.padding), line("awaits", (m) => m.awaitCount), line("bytes on suspension", (m) => m.allocations?.suspension.bytes)];
}
