import { h } from "./dom.js";

export function toCsv(methods, columns) {
  const rows = [columns.map((c) => c.title), ...methods.map((m) => columns.map((c) => cellText(c, m)))];
  return "\uFEFF" + rows.map((row) => row.map(quoted).join(",")).join("\r\n") + "\r\n";
}

export function toJson(methods, details) {
  return JSON.stringify(methods.map((m) => ({ assembly: m.report.name, targetFramework: m.report.framework, ...details(m) })), null, 2) + "\n";
}

export function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = h("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

function cellText(column, method) {
  const value = column.text ? column.text(method) : column.value(method);
  return value === null ? "" : String(value);
}

// A spreadsheet takes a cell that begins with one of these for a formula; names come from anybody's assembly.
function quoted(text) {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+$/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
}
