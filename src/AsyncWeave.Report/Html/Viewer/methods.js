import { h, replace } from "./dom.js";
import { bytes, number, plural, visible } from "./text.js";
import { COLUMNS, shownColumns, sorted } from "./columns.js";
import { compileQuery } from "./query.js";
import { GROUPINGS, grouped } from "./grouping.js";
import { virtualRows } from "./virtual.js";
import { download, toCsv, toJson } from "./exports.js";

// The table of all methods: its whole state comes from the route and goes back there.
export function methodsView(model, roles, go) {
  const closed = new Set();
  let state = null;
  let columns = [];
  let order = { key: null, descending: null, within: null, methods: [] };
  let found = [];
  let rows = [];
  let drawn = null;

  const search = h("input", {
    type: "search", id: "query", autocomplete: "off", spellcheck: "false", "aria-describedby": "query-help",
    placeholder: "name, AW2004, size>256, awaits>5, is:over", oninput: () => go({ ...state, q: search.value }, true),
  });
  const problems = h("p", { class: "problems", role: "alert" });
  const count = h("p", { class: "count" });
  const group = h("select", { id: "group", onchange: () => go({ ...state, group: group.value }) },
    GROUPINGS.map(([value, title]) => h("option", { value }, title)));
  const within = h("select", { id: "within", onchange: () => go({ ...state, in: within.value }) },
    h("option", { value: "" }, "all"), model.reports.map((r) => h("option", { value: String(r.index) }, visible(r.label))));
  const chooser = h("fieldset", { class: "chooser" }, h("legend", null, "Columns"));
  const head = h("div", { class: "row head", role: "row", "aria-rowindex": "1" });
  const headGroup = h("div", { role: "rowgroup", class: "head-group" }, head);
  const scroller = h("div", { class: "scroller", role: "table", "aria-label": "Methods", tabindex: "0" }, headGroup);
  const list = virtualRows(scroller, rowOf);
  scroller.append(list.body);

  const element = h("section", { class: "methods", "aria-label": "Methods" },
    h("div", { class: "toolbar" },
      h("label", { class: "search" }, h("span", null, "Search"), search),
      h("label", null, h("span", null, "Group by"), group),
      model.reports.length > 1 ? h("label", null, h("span", null, "Assembly"), within) : null,
      h("details", { class: "menu" }, h("summary", null, "Columns"), chooser),
      h("details", { class: "menu" }, h("summary", null, "Export"),
        h("div", { class: "chooser" },
          h("button", { type: "button", onclick: () => download("methods.csv", "text/csv", toCsv(found, exported())) }, "CSV"),
          h("button", { type: "button", onclick: () => download("methods.json", "application/json", toJson(found, model.details)) }, "JSON")))),
    h("p", { id: "query-help", class: "help" }, "Words are looked for in names, files and findings; compare ", h("code", null, "size padding awaits fields suspension saves change"),
      " with < <= = >= >; ", h("code", null, "kind: form: type: ns: file: budget: is:loop"), "; ", h("code", null, "-"), " before a term excludes it."),
    problems, count, scroller);

  scroller.addEventListener("keydown", moveByArrow);

  function show(newState) {
    state = newState;
    if (search.value !== (state.q ?? "")) search.value = state.q ?? "";
    group.value = state.group ?? "";
    within.value = state.in ?? "";
    const heading = (state.cols ?? "") + " " + (state.sort ?? "");
    if (heading !== drawn) {
      columns = shownColumns(state.cols === undefined ? null : state.cols.split(","), model.methods);
      drawHead();
      drawChooser();
      drawn = heading;
    }
    filter();
  }

  function filter() {
    const query = compileQuery(state.q ?? "");
    const [key, direction] = (state.sort ?? "size:desc").split(":");
    found = ordered(key, direction === "desc").filter(query.test);
    rows = grouped(found, state.group, closed);
    replace(problems, query.problems.map((p) => h("span", null, visible(p))));
    replace(count, h("strong", null, plural(found.length, "method", "methods")), found.length === model.methods.length ? "" : " of " + number(model.methods.length),
      ", " + bytes(found.reduce((sum, m) => sum + (m.size ?? 0), 0)) + " of state machines");
    scroller.setAttribute("aria-rowcount", String(rows.length + 1));
    scroller.scrollTop = 0;
    list.show(rows);
  }

  function ordered(key, descending) {
    const scope = state.in ?? "";
    if (order.key !== key || order.descending !== descending || order.within !== scope) {
      const methods = scope === "" ? model.methods : model.reports[Number(scope)]?.entries ?? [];
      order = { key, descending, within: scope, methods: sorted(methods, key, descending) };
    }
    return order.methods;
  }

  function drawHead() {
    const [key, direction] = (state.sort ?? "size:desc").split(":");
    replace(head, columns.map((column) => {
      const active = column.key === key;
      return h("div", { role: "columnheader", class: cellClass(column), "aria-sort": active ? (direction === "desc" ? "descending" : "ascending") : "none" },
        h("button", { type: "button", "data-sort": column.key, onclick: () => sortBy(column) }, arrow(active, direction), h("span", null, column.title)));
    }));
    scroller.style.setProperty("--columns", columns.map((c) => (c.wide ? "minmax(0, 1fr)" : widthOf(c) + "rem")).join(" "));
    scroller.style.setProperty("--least", columns.reduce((sum, c) => sum + widthOf(c), 2) + "rem");
  }

  function sortBy(column) {
    const [key, direction] = (state.sort ?? "size:desc").split(":");
    const descending = key === column.key ? direction !== "desc" : column.number || column.graphic;
    go({ ...state, sort: column.key + (descending ? ":desc" : ":asc") });
    head.querySelector(`[data-sort="${column.key}"]`)?.focus();
  }

  function drawChooser() {
    const keys = columns.map((c) => c.key);
    replace(chooser, h("legend", null, "Columns"), COLUMNS.filter((c) => !c.always).map((column) => h("label", null,
      h("input", { type: "checkbox", checked: keys.includes(column.key), onchange: (event) => toggle(column.key, event.target.checked) }), column.title)));
  }

  function toggle(key, on) {
    const keys = columns.map((c) => c.key).filter((k) => k !== key);
    go({ ...state, cols: (on ? [...keys, key] : keys).join(",") || "name" });
  }

  function rowOf(item, index) {
    const row = item.group === undefined ? methodRow(item) : groupRow(item);
    row.setAttribute("data-row", String(index));
    row.setAttribute("aria-rowindex", String(index + 2));
    return row;
  }

  function methodRow(method) {
    const context = { roles, scale: scaleOf() };
    return h("div", { class: "row" + (method.status === "fail" ? " over" : ""), role: "row" },
      columns.map((column) => h("div", { role: "cell", class: cellClass(column) }, column.cell(method, context))));
  }

  function groupRow(item) {
    const open = !closed.has(item.group);
    return h("div", { class: "row group", role: "row" }, h("div", { role: "cell", class: "group-cell" },
      h("button", { type: "button", "aria-expanded": String(open), onclick: () => toggleGroup(item.group) },
        h("span", { class: "arrow", "aria-hidden": "true" }, open ? "▾" : "▸"), h("bdi", null, visible(item.group).slice(0, 200))),
      h("span", { class: "sum" }, plural(item.methods.length, "method", "methods") + ", " + bytes(item.bytes))));
  }

  function toggleGroup(key) {
    if (!closed.delete(key)) closed.add(key);
    rows = grouped(found, state.group, closed);
    list.show(rows);
    const index = rows.findIndex((r) => r.group === key);
    list.reveal(index)?.querySelector("button").focus();
  }

  // One scale for all rows, so that bars compare; the few giants past it are cut at the edge.
  let scale = null;
  function scaleOf() {
    if (scale === null) {
      const sizes = model.methods.map((m) => m.size ?? 0).sort((a, b) => a - b);
      scale = sizes[Math.floor(sizes.length * 0.99)] || 1;
    }
    return scale;
  }

  function moveByArrow(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const row = event.target.closest?.("[data-row]");
    if (!row && event.target !== scroller) return;
    const next = row ? Number(row.dataset.row) + (event.key === "ArrowDown" ? 1 : -1) : 0;
    if (next < 0 || next >= rows.length) return;
    event.preventDefault();
    list.reveal(next)?.querySelector("a, button")?.focus();
  }

  function exported() {
    return columns.filter((c) => !c.graphic);
  }

  return { element, show, print: { before: () => list.all(), after: () => list.redraw() }, focus: () => search.focus() };
}

// In rem, as the name's column takes what is left.
function widthOf(column) {
  return column.wide ? 16 : column.graphic ? 11 : column.width ?? (column.number ? 6.4 : 9);
}

function arrow(active, direction) {
  return h("span", { class: "arrow", "aria-hidden": "true" }, active ? (direction === "desc" ? "▼" : "▲") : "");
}

function cellClass(column) {
  return "c-" + column.key + (column.number ? " n" : "");
}
