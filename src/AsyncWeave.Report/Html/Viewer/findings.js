import { h, replace } from "./dom.js";
import { bytes, plural, visible } from "./text.js";
import { hashOfMethod } from "./route.js";
import { virtualRows } from "./virtual.js";

// Every finding, also those on ordinary methods that no table of async methods lists.
export function findingsView(model, go) {
  const all = model.findings().map((f) => ({ ...f, haystack: [f.id, f.severity, f.message, f.method, f.file].join(" ").toLowerCase() }));
  let state = {};
  let found = all;

  const search = h("input", { type: "search", id: "findings-query", autocomplete: "off", spellcheck: "false", placeholder: "AW2004, a name, a file", oninput: () => go({ ...state, q: search.value }, true) });
  const count = h("p", { class: "count" });
  const head = h("div", { role: "rowgroup", class: "head-group" }, h("div", { class: "row head", role: "row" },
    ["Rule", "Severity", "Says", "Method", "Where"].map((title) => h("div", { role: "columnheader" }, title))));
  const scroller = h("div", { class: "scroller findings-list", role: "table", "aria-label": "Findings", tabindex: "0" }, head);
  const list = virtualRows(scroller, rowOf);
  scroller.append(list.body);

  const element = h("section", { class: "methods", "aria-label": "Findings" },
    h("div", { class: "toolbar" }, h("label", { class: "search" }, h("span", null, "Search"), search)), count, scroller);

  function show(newState) {
    state = newState;
    if (search.value !== (state.q ?? "")) search.value = state.q ?? "";
    const words = (state.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    found = all.filter((f) => words.every((word) => f.haystack.includes(word)));
    const saves = found.reduce((sum, f) => sum + f.savesBytes, 0);
    replace(count, h("strong", null, plural(found.length, "finding", "findings")), saves ? ", " + bytes(saves) + " to gain" : "");
    scroller.setAttribute("aria-rowcount", String(found.length + 1));
    scroller.scrollTop = 0;
    list.show(found);
  }

  function rowOf(finding, index) {
    const where = finding.file ? visible(finding.file) + (finding.line ? ":" + finding.line : "") : "";
    const cells = [
      h("a", { href: model.helpLink(finding.id), rel: "noreferrer", title: model.titles.get(finding.id) ?? "" }, visible(finding.id)),
      h("span", { class: "severity " + finding.severity }, finding.suppressed ? "suppressed" : finding.severity),
      h("span", { title: visible(finding.message) }, visible(finding.message)),
      finding.entry ? h("a", { href: hashOfMethod(finding.entry), class: "name" }, visible(finding.entry.displayName).slice(0, 300)) : visible(finding.method ?? "").slice(0, 300),
      h("span", { title: where }, where),
    ];
    return h("div", { class: "row", role: "row", "data-row": index, "aria-rowindex": index + 2 }, cells.map((cell) => h("div", { role: "cell" }, cell)));
  }

  return { element, show, print: { before: () => list.all(), after: () => list.redraw() } };
}
