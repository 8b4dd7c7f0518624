import { h } from "./dom.js";
import { bytes, change, number, visible } from "./text.js";
import { hashOfMethod } from "./route.js";
import { packedStrip } from "./strip.js";

const STATUS = { none: "", pass: "within", warn: "warning", fail: "over" };

// The table's columns: what they are called, how they sort, what stands in a cell, and what goes into an export.
export const COLUMNS = [
  { key: "name", title: "Method", wide: true, value: (m) => m.name, cell: nameCell, shown: true, always: true },
  { key: "memory", title: "Memory", value: (m) => m.size, cell: (m, c) => packedStrip(m, c.roles, c.scale), shown: true, graphic: true },
  { key: "size", title: "Size", number: true, value: (m) => m.size, cell: (m) => (m.size === null ? "" : bytes(m.size, m.exact)), shown: true },
  { key: "padding", title: "Padding", number: true, value: (m) => m.padding, cell: (m) => plain(m.padding) },
  { key: "awaits", title: "Awaits", number: true, width: 4.8, value: (m) => m.awaits, cell: (m) => plain(m.awaits), shown: true },
  { key: "fields", title: "Hoisted", number: true, width: 5, value: (m) => m.fields, cell: (m) => plain(m.fields), shown: true },
  { key: "suspension", title: "On suspension", number: true, width: 8, value: (m) => m.suspension, cell: (m) => (m.suspension === null ? "" : bytes(m.suspension, m.suspensionExact)), shown: true },
  { key: "saves", title: "Could save", number: true, value: (m) => m.saves, cell: (m) => (m.saves ? bytes(m.saves) : ""), shown: true },
  { key: "change", title: "Since baseline", number: true, width: 8, value: (m) => m.change, cell: changeCell },
  { key: "budget", title: "Budget", width: 5.5, optional: true, value: (m) => ["none", "pass", "warn", "fail"].indexOf(m.status), cell: (m) => (m.status === "none" ? "" : h("span", { class: "status " + m.status }, STATUS[m.status])), text: (m) => m.status, shown: true },
  { key: "findings", title: "Findings", optional: true, value: (m) => m.ids.length, cell: (m) => visible(m.ids.join(" ")), text: (m) => m.ids.join(" "), shown: true },
  { key: "kind", title: "Kind", value: (m) => m.kind, cell: (m) => m.kind },
  { key: "form", title: "Form", value: (m) => m.form, cell: (m) => m.form },
  { key: "namespace", title: "Namespace", width: 16, value: (m) => m.namespace, cell: (m) => visible(m.namespace) },
  { key: "source", title: "Source", width: 16, value: (m) => (m.file ? m.file + ":" + String(m.line).padStart(7) : null), cell: (m) => (m.file ? visible(m.file) + ":" + m.line : ""), text: (m) => (m.file ? m.file + ":" + m.line : "") },
  { key: "assembly", title: "Assembly", width: 14, value: (m) => m.report.label, cell: (m) => visible(m.report.label) },
];

// Unless chosen, a column without a single value takes no room.
export function shownColumns(keys, methods) {
  return keys === null ? COLUMNS.filter((c) => c.shown && (!c.number && !c.optional || methods.some((m) => c.value(m)))) : COLUMNS.filter((c) => c.always || keys.includes(c.key));
}

// Missing values come last whichever way it is sorted; equal ones stay in the report's order.
export function sorted(methods, key, descending) {
  const column = COLUMNS.find((c) => c.key === key) ?? COLUMNS[0];
  const sign = descending ? -1 : 1;
  const keyed = methods.map((method, i) => ({ method, i, value: column.value(method) }));
  keyed.sort((a, b) => {
    if (a.value === b.value) return a.i - b.i;
    if (a.value === null) return 1;
    if (b.value === null) return -1;
    return (a.value < b.value ? -1 : 1) * sign;
  });
  return keyed.map((k) => k.method);
}

function nameCell(method) {
  return h("a", { href: hashOfMethod(method), class: "name", title: visible(method.name).slice(0, 400) },
    h("bdi", null, visible(method.displayName).slice(0, 300)));
}

function changeCell(method) {
  if (method.change === null) return "";
  return method.change === 0 ? "±0" : h("span", { class: method.change > 0 ? "grew" : "shrank" }, change(method.change));
}

function plain(value) {
  return value === null ? "" : number(value);
}
