import { roleClass } from "./model.js";

export const COLOURINGS = [["roles", "what the bytes are"], ["budget", "budget"], ["findings", "findings"]];

// A method's share of each class of colour, adding up to one.
export function coloursOf(method, by, roleNames) {
  if (by === "budget") return [[{ fail: "m-fail", warn: "m-warn", pass: "m-pass", none: "m-none" }[method.status], 1]];
  if (by === "findings") return [[method.ids.length === 0 ? "m-none" : method.saves > 0 ? "m-warn" : "m-note", 1]];
  return rolesOf(method, roleNames);
}

export const LEGENDS = {
  budget: [["m-fail", "over budget"], ["m-warn", "past a warning level"], ["m-pass", "within"], ["m-none", "no budget"]],
  findings: [["m-warn", "bytes to gain"], ["m-note", "a finding"], ["m-none", "none"]],
  roles: [["r-this", "this"], ["r-parameter", "parameters"], ["r-local", "locals"], ["r-spill", "spills"], ["r-awaiter", "awaiters"], ["r-builder", "builder"], ["r-closure", "closure"], ["r-current", "current"], ["r-state", "state, padding"]],
};

function rolesOf(method, roleNames) {
  const machine = method.row[10];
  if (!machine) return [["m-none", 1]];
  const shares = new Map();
  let rest = machine[3];
  for (const field of machine[10]) {
    const key = roleClass(roleNames[field[2]]);
    shares.set(key, (shares.get(key) ?? 0) + field[6]);
    rest -= field[6];
  }
  if (rest > 0) shares.set("r-state", (shares.get("r-state") ?? 0) + rest);
  const order = LEGENDS.roles.map(([key]) => key);
  return [...shares].filter(([, bytes]) => bytes > 0).sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0])).map(([key, bytes]) => [key, bytes / machine[3]]);
}
