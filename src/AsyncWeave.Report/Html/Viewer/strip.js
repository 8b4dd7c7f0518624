import { svg } from "./dom.js";
import { roleClass } from "./model.js";

// A state machine's memory as one bar to scale, straight from the packed row: a table draws forty of them a frame.
export function packedStrip(entry, roleNames, scale) {
  const machine = entry.row[10];
  if (!machine) return null;
  const fields = machine[10];
  const header = machine[2] === 1 ? 0 : headerOf(machine[3], fields.map((f) => f[5] + f[6] + f[7]));
  return strip(entry.size, scale, fields.map((f) => ({ x: header + f[5], width: f[6], role: roleClass(roleNames[f[2]]) })));
}

export function machineStrip(machine, scale = machine.size) {
  const header = headerBytes(machine);
  return strip(machine.size, scale, machine.fields.map((f) => ({ x: header + f.offset, width: f.size, role: roleClass(f.role) })));
}

// A class's offsets count from behind the method table pointer, its size from the object header before that.
export function headerBytes(machine) {
  return machine.isValueType ? 0 : headerOf(machine.size, machine.fields.map((f) => f.offset + f.size + f.padding));
}

function headerOf(size, ends) {
  return Math.max(0, size - Math.max(0, ...ends));
}

function strip(size, scale, blocks) {
  const share = (value) => +((value * 100) / Math.max(scale, 1)).toFixed(2) + "%";
  return svg("svg", { class: "strip", "aria-hidden": "true" },
    svg("rect", { class: "r-padding", width: share(size), height: "100%" }),
    blocks.map((b) => svg("rect", { class: b.role, x: share(b.x), width: share(b.width), height: "100%" })));
}
