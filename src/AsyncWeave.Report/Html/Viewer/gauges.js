import { h, svg } from "./dom.js";
import { change, number } from "./text.js";

// Each metric beside its limit and its row in the baseline.
export function gauges(method) {
  const { limits, baseline } = method.budget;
  const rows = [
    ["State machine", method.stateMachine?.size ?? null, limits.maxStateMachineSize, baseline?.stateMachineSize, " B"],
    ["Awaits", method.awaitCount, limits.maxAwaitCount, baseline?.awaits, ""],
    ["Hoisted fields", method.stateMachine ? method.hoistedFields : null, limits.maxHoistedFields, baseline?.hoistedFields, ""],
    ["On suspension", method.allocations?.suspension.bytes ?? null, limits.maxSuspensionBytes, baseline?.suspensionBytes, " B"],
  ].filter(([, measured]) => measured !== null);
  return h("table", { class: "gauges" }, h("caption", { class: "sr" }, "Measured, budget and baseline"),
    h("thead", null, h("tr", null, h("th", { scope: "col" }, "Metric"), h("th", { scope: "col", class: "n" }, "Measured"), h("th", { scope: "col", class: "bar" }, h("span", { class: "sr" }, "Share of the limit")), h("th", { scope: "col", class: "n" }, "Limit"), h("th", { scope: "col", class: "n" }, "Baseline"))),
    h("tbody", null, rows.map(rowOf)));
}

function rowOf([title, measured, limit, before, unit]) {
  const isOver = limit !== null && measured > limit;
  return h("tr", { class: isOver ? "over" : null }, h("th", { scope: "row" }, title),
    h("td", { class: "n" }, h("b", null, number(measured) + unit), isOver ? h("span", { class: "excess" }, `, ${number(measured - limit)}${unit} over`) : null),
    h("td", { class: "bar" }, limit === null ? null : bar(measured, limit)),
    h("td", { class: "n" }, limit === null ? "none" : number(limit) + unit),
    h("td", { class: "n" }, before === null || before === undefined ? "–" : [number(before) + unit, measured === before ? null : h("span", { class: measured > before ? "grew" : "shrank" }, " " + (unit ? change(measured - before) : signed(measured - before)))]));
}

function signed(value) {
  return (value > 0 ? "+" : "−") + Math.abs(value);
}

function bar(measured, limit) {
  const whole = Math.max(measured, limit, 1);
  return svg("svg", { class: "gauge-bar", viewBox: `0 0 ${whole} 10`, preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "room", width: whole, height: 10 }), svg("rect", { class: "within", width: Math.min(measured, limit), height: 10 }),
    measured > limit ? svg("rect", { class: "over", x: limit, width: measured - limit, height: 10 }) : null);
}
