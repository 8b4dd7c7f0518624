import { h, replace } from "./dom.js";
import { bytes, change, plural, visible } from "./text.js";
import { hashOf, hashOfMethod } from "./route.js";
import { virtualRows } from "./virtual.js";
import { beside } from "./beside.js";

// The methods that several reports of one assembly share, target framework beside target framework.
export function compareView(model, go) {
  const groups = groupsOf(model);
  const element = h("section", { class: "methods compare", "aria-label": "Compare" });
  const list = listOf();
  let state = {};

  function show(newState) {
    state = newState;
    const group = groups.find((g) => g.name === state.a) ?? groups[0];
    if (!group) return replace(element, h("p", null, "This report has no assembly for more than one target framework."));
    if (state.id) showOne(group, state.id);
    else list.show(group);
  }

  function showOne(group, id) {
    const sides = group.reports.map((report) => ({ report, entry: report.entries.find((e) => e.id === id) }));
    const known = sides.find((s) => s.entry)?.entry;
    replace(element, h("p", { class: "crumbs" }, h("a", { href: hashOf("compare", { a: group.name }) }, "All methods of " + visible(group.name))),
      h("h2", { class: "compare-title" }, h("bdi", null, known ? visible(known.displayName) : "No such method")),
      known ? h("p", { class: "facts" }, sides.filter((s) => s.entry).map((s) => h("a", { href: hashOfMethod(s.entry) }, "all of " + title(s.report)))) : null,
      known ? beside(sides.map((s) => ({ title: title(s.report), method: s.entry ? model.details(s.entry) : null }))) : null);
  }

  function listOf() {
    const search = h("input", { type: "search", id: "compare-query", autocomplete: "off", spellcheck: "false", placeholder: "a name", oninput: () => go({ ...state, q: search.value }, true) });
    const assembly = h("select", { id: "compare-assembly", onchange: () => go({ a: assembly.value }) }, groups.map((g) => h("option", { value: g.name }, visible(g.name))));
    const count = h("p", { class: "count" });
    const head = h("div", { class: "row head", role: "row" });
    const scroller = h("div", { class: "scroller", role: "table", "aria-label": "Methods compared", tabindex: "0" }, h("div", { role: "rowgroup", class: "head-group" }, head));
    let current = null;
    const rows = virtualRows(scroller, (item, i) => rowOf(current, item, i));
    scroller.append(rows.body);
    const toolbar = h("div", { class: "toolbar" }, h("label", { class: "search" }, h("span", null, "Search"), search), h("label", null, h("span", null, "Assembly"), assembly));

    return {
      show(group) {
        current = group;
        if (search.value !== (state.q ?? "")) search.value = state.q ?? "";
        assembly.value = group.name;
        scroller.style.setProperty("--columns", `minmax(14rem, 1fr) repeat(${group.reports.length}, 8rem) 8rem`);
        replace(head, ["Method", ...group.reports.map(title), "Difference"].map((t, i) => h("div", { role: "columnheader", class: i ? "n" : null }, t)));
        const wanted = (state.q ?? "").toLowerCase();
        const found = group.rows.filter((r) => r.haystack.includes(wanted));
        replace(count, h("strong", null, plural(found.length, "method", "methods")), `, ${plural(found.filter((r) => r.difference !== 0).length, "differs", "differ")}`);
        scroller.setAttribute("aria-rowcount", String(found.length + 1));
        if (element.firstChild !== toolbar) replace(element, toolbar, count, scroller);
        rows.show(found);
      },
    };
  }

  function rowOf(group, row, index) {
    return h("div", { class: "row", role: "row", "data-row": index, "aria-rowindex": index + 2 },
      h("div", { role: "cell", class: "c-name" }, h("a", { class: "name", href: hashOf("compare", { a: group.name, id: row.id }) }, h("bdi", null, visible(row.name).slice(0, 300)))),
      row.entries.map((e) => h("div", { role: "cell", class: "n" }, e ? (e.size === null ? "no machine" : bytes(e.size, e.exact)) : "–")),
      h("div", { role: "cell", class: "n c-size" }, row.difference ? h("span", { class: row.difference > 0 ? "grew" : "shrank" }, change(row.difference)) : ""));
  }

  return { element, show };
}

function title(report) {
  return report.side ?? visible(report.framework) + (report.architecture === "x64" ? "" : " " + visible(report.architecture));
}

function groupsOf(model) {
  const byName = new Map();
  for (const report of model.reports) byName.set(report.name, [...(byName.get(report.name) ?? []), report]);
  return [...byName].filter(([, reports]) => reports.length > 1).map(([name, reports]) => ({ name, reports, rows: rowsOf(reports) }));
}

function rowsOf(reports) {
  const rows = new Map();
  reports.forEach((report, i) => {
    for (const entry of report.entries) {
      if (!rows.has(entry.id)) rows.set(entry.id, { id: entry.id, name: entry.displayName, haystack: entry.haystack, entries: new Array(reports.length).fill(null) });
      rows.get(entry.id).entries[i] = entry;
    }
  });
  for (const row of rows.values()) {
    const sizes = row.entries.filter((e) => e && e.size !== null).map((e) => e.size);
    row.difference = sizes.length > 1 ? sizes.at(-1) - sizes[0] : 0;
  }
  return [...rows.values()].sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}
