import { h } from "./dom.js";
import { roleClass, roleName } from "./model.js";
import { bytes, shortOperation, visible } from "./text.js";
import { labelOf } from "./memory.js";

// Awaits from left to right as in the source, fields as rows: a lane is filled where a suspension carries the field's value.
export function lanes(method) {
  const rows = method.stateMachine
    ? method.stateMachine.fields.map((f) => ({ label: labelOf(f), role: f.role, size: f.size, live: new Set(f.liveAcross) }))
    : (method.continuation?.slots ?? []).map((s) => ({ label: visible(s.name ?? "temporary"), role: "local", size: s.size, live: new Set(s.liveAcross) }));
  if (method.awaits.length === 0 || !rows.some((r) => r.live.size > 0)) return null;

  const total = method.stateMachine?.size ?? method.continuation?.bytes ?? 0;
  const carried = method.awaits.map((a) => rows.reduce((sum, r) => sum + (r.live.has(a.index) ? r.size : 0), 0));
  return h("section", { class: "panel wide", "aria-labelledby": "lanes" },
    h("h3", { id: "lanes" }, "What each suspension carries"),
    h("p", { class: "help" }, "A lane is filled where the value is still needed after the await. Room is taken all the time, whether a lane is filled or not."),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "lanes" }, h("table", { class: "lanes" },
      h("thead", null, h("tr", null, h("th", { scope: "col" }, "Field"), h("th", { scope: "col", class: "n" }, "Size"), method.awaits.map(heading))),
      h("tbody", null, rows.map((row) => laneOf(row, method.awaits))),
      h("tfoot", null, h("tr", null, h("th", { scope: "row" }, "carried"), h("td", { class: "n" }, total), carried.map((sum) => h("td", { class: "carried" }, bytes(sum))))))));
}

function heading(awaited) {
  return h("th", { scope: "col", title: visible(awaited.operation ?? "").slice(0, 300) },
    h("span", { class: "index" }, "#" + (awaited.index + 1)), awaited.line ? h("span", { class: "line" }, "line " + awaited.line) : null,
    h("span", { class: "operation" }, awaited.operation ? shortOperation(awaited.operation).replace(/\(.*/s, "") : awaited.syntax));
}

function laneOf(row, awaits) {
  return h("tr", { class: row.live.size === 0 ? "never" : null },
    h("th", { scope: "row" }, h("span", { class: "dot " + roleClass(row.role), title: roleName(row.role) }), row.label),
    h("td", { class: "n" }, row.size),
    awaits.map((a) => {
      const alive = row.live.has(a.index);
      const joins = (row.live.has(a.index - 1) ? " from" : "") + (row.live.has(a.index + 1) ? " on" : "");
      return h("td", { class: alive ? "alive " + roleClass(row.role) + joins : "idle" }, h("span", { class: "sr" }, alive ? "alive" : "not needed"));
    }));
}
