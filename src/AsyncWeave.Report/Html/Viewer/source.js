import { h } from "./dom.js";

// The method's own lines, with its awaits marked; only there when the build was asked to put them in.
export function sourceLines(method, model) {
  const lines = method.source ? model.sources.get(method.source.file) : null;
  if (!lines) return null;
  const { line: from, endLine } = method.source;
  const awaits = new Map(method.awaits.filter((a) => a.line).map((a) => [a.line, a.index + 1]));
  const shown = lines.filter(([number]) => number >= from && number <= endLine);
  return h("section", { class: "panel wide", "aria-labelledby": "source" }, h("h3", { id: "source" }, "Source"),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "source" }, h("table", { class: "source" }, h("tbody", null, shown.map(([number, text]) =>
      h("tr", { class: awaits.has(number) ? "awaits-here" : null }, h("td", { class: "n" }, number), h("td", { class: "mark" }, awaits.has(number) ? "await #" + awaits.get(number) : ""), h("td", null, h("code", null, text))))))));
}
