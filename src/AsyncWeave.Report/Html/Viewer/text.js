// How figures and foreign names are spelled.

const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

// Controls and the marks that reorder text are spelled out: a name must not be able to read as another one.
export function visible(text) {
  return (text ?? "").replace(INVISIBLE, (c) => "\\u" + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0"));
}

export function shorten(text, length) {
  const shown = visible(text);
  return shown.length <= length ? shown : shown.slice(0, length - 1) + "…";
}

export function number(value) {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

export function bytes(value, exact = true) {
  return (exact ? "" : "≥ ") + number(value) + " B";
}

export function change(value) {
  if (value === 0) return "±0 B";
  return (value > 0 ? "+" : "−") + number(Math.abs(value)) + " B";
}

export function plural(count, one, many) {
  return number(count) + " " + (count === 1 ? one : many);
}

// System.Collections.Generic.List`1<System.String> reads as List<String>.
export function shortType(name) {
  return visible(name).replace(/`\d+/g, "").replace(/[\w$@]+(?:[.+/][\w$@]+)*[.+/](?=[\w$@])/g, "");
}

// System.Threading.Tasks.Task.Delay(System.Int32) reads as Task.Delay(Int32).
export function shortOperation(name) {
  const shown = visible(name).replace(/`\d+/g, "");
  const open = shown.indexOf("(");
  const path = open < 0 ? shown : shown.slice(0, open);
  const rest = open < 0 ? "" : shown.slice(open).replace(/(?:[\w$@]+\.)+(?=[\w$@])/g, "");
  return path.split(".").slice(-2).join(".") + rest;
}
