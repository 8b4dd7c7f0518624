// How figures and foreign names are spelled.

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

// Longer than any name that somebody wrote; a page of one name hides all others.
const LONGEST = 1000;

// Controls and the marks that reorder text are spelled out: a name must not be able to read as another one.
export function visible(text) {
  const whole = text ?? "";
  const kept = whole.length <= LONGEST ? whole : whole.slice(0, LONGEST) + `… (${number(whole.length)} characters)`;
  return kept.replace(INVISIBLE, (c) => c.split("").map(codeUnit).join(""));
}

function codeUnit(unit) {
  return "\\u" + unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
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
