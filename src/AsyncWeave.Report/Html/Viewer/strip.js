import { h } from "./dom.js";
import { roleClass } from "./model.js";

// A state machine's memory as one bar to scale, straight from the packed row. A table draws forty a keystroke, so each is
// one element: its fields are stops of a gradient over the hatching, a pixel apart.
export function packedStrip(entry, roleNames, scale) {
  const machine = entry.row[10];
  if (!machine) return null;
  const fields = machine[10];
  const header = machine[2] === 1 ? 0 : headerOf(machine[3], fields.map((f) => f[5] + f[6] + f[7]));
  const size = machine[3];
  const stops = [];
  let at = 0;
  for (const field of fields) {
    const start = header + field[5];
    if (field[6] === 0 || start < at) continue;
    if (start > at) stops.push(`transparent ${share(at, size)} ${share(start, size)}`);
    at = start + field[6];
    stops.push(`var(--${roleClass(roleNames[field[2]]).slice(2)}) ${share(start, size)} calc(${share(at, size)} - 1px)`, `var(--panel) calc(${share(at, size)} - 1px) ${share(at, size)}`);
  }
  stops.push(`transparent ${share(at, size)}`);
  return h("div", { class: "bar-strip", "aria-hidden": "true", style: { width: Math.min(100, (size * 100) / scale).toFixed(2) + "%", "--fields": `linear-gradient(to right, ${stops.join(", ")})` } });
}

// A class's offsets count from behind the method table pointer, its size from the object header before that.
export function headerBytes(machine) {
  return machine.isValueType ? 0 : headerOf(machine.size, machine.fields.map((f) => f.offset + f.size + f.padding));
}

function headerOf(size, ends) {
  return Math.max(0, size - Math.max(0, ...ends));
}

function share(value, whole) {
  return +((value * 100) / Math.max(whole, 1)).toFixed(2) + "%";
}
