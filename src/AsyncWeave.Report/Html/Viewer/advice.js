import { h } from "./dom.js";
import { bytes, visible } from "./text.js";

// The findings, those that give most back first, each with what the size would become.
export function advice(method, model) {
  const findings = method.diagnostics.filter((d) => d.severity !== "none").sort((a, b) => b.savesBytes - a.savesBytes);
  if (findings.length === 0) return null;
  return h("section", { class: "panel wide", "aria-labelledby": "advice" }, h("h3", { id: "advice" }, "Findings"),
    h("ul", { class: "advice" }, findings.map((d) => h("li", { class: d.suppressed ? "suppressed" : d.severity },
      h("a", { class: "id", href: model.helpLink(d.id), rel: "noreferrer" }, visible(d.id)),
      h("span", { class: "severity " + d.severity }, d.suppressed ? "suppressed" : d.severity),
      h("span", { class: "message" }, visible(d.message)),
      d.line ? h("span", { class: "where" }, "line " + d.line) : null,
      d.savesBytes > 0 ? h("span", { class: "saves" }, beforeAndAfter(method, d.savesBytes)) : null,
      d.justification ? h("span", { class: "note" }, "“" + visible(d.justification) + "”") : null))));
}

function beforeAndAfter(method, saves) {
  const machine = method.stateMachine;
  if (!machine) return "−" + bytes(saves);
  return `${bytes(machine.size, machine.exact)} → ${bytes(machine.size - saves, machine.exact)} (−${saves} B)`;
}
