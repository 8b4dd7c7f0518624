import { h, replace } from "./dom.js";
import { bytes, shortOperation, shortType, visible } from "./text.js";
import { hashOf, hashOfMethod } from "./route.js";
import { memoryDrawing } from "./memory.js";
import { fieldTable } from "./fields.js";
import { lanes } from "./lanes.js";
import { billOf } from "./bill.js";
import { gauges } from "./gauges.js";
import { sourceLines } from "./source.js";
import { goners } from "./goners.js";
import { advice } from "./advice.js";

// One method, from its memory to what could be done about it.
export function methodView(model) {
  const element = h("article", { class: "method" });

  function show({ a, f, id }) {
    const entry = model.find(a, f, id);
    if (!entry) return replace(element, h("h2", null, "No such method"), h("p", null, "This report has no method ", h("code", null, visible(id ?? "").slice(0, 300)), ". ", h("a", { href: "#/methods" }, "All methods")));
    const method = model.details(entry);
    replace(element, heading(entry, method), h("div", { class: "columns" },
      h("section", { class: "panel wide", "aria-labelledby": "measures" }, h("h3", { id: "measures" }, "Measured"), gauges(method), budgetSource(method)),
      advice(method, model), memoryOf(method), continuationOf(method), lanes(method), awaitsOf(method), billOf(method.allocations), checklistOf(method), sourceLines(method, model)));
  }

  function heading(entry, method) {
    const machine = method.stateMachine;
    return h("header", { class: "method-head" },
      h("p", { class: "crumbs" }, h("a", { href: hashOf("methods", { q: `ns:"${entry.namespace}"` }) }, visible(entry.namespace) || "(no namespace)"), " › ",
        h("a", { href: hashOf("methods", { q: `type:"${entry.type}"` }) }, visible(entry.type.slice(entry.namespace ? entry.namespace.length + 1 : 0)))),
      h("h2", null, h("bdi", null, visible(method.displayName))),
      h("p", { class: "facts" }, [
        machine ? h("span", { class: "size" }, bytes(machine.size, machine.exact)) : h("span", { class: "size" }, "no state machine"),
        entry.status === "none" ? null : h("span", { class: "status " + entry.status }, { pass: "within budget", warn: "past a warning level", fail: "over budget" }[entry.status]),
        h("span", null, method.kind + (method.form === "method" ? "" : ", " + method.form)),
        method.source ? h("span", { class: "where" }, visible(method.source.file) + ":" + method.source.line) : null,
        h("span", null, visible(entry.report.name + " " + entry.report.framework + " " + entry.report.architecture)),
        ...model.counterparts(entry).map((other) => h("a", { href: hashOf("compare", { a: other.report.name, id: other.id }) }, "compare with " + visible(other.report.framework) + ": " + (other.size === null ? "no state machine" : bytes(other.size, other.exact)))),
      ]),
      machine && !machine.exact ? h("p", { class: "bound" }, "A lower bound: " + visible(machine.inexactBecause ?? "a part could not be resolved")) : null,
      machine?.assumes ? h("p", { class: "bound" }, "Laid out for " + visible(machine.assumes) + ".") : null,
      containerOf(entry, method));
  }

  function containerOf(entry, method) {
    if (!method.containingMethod) return null;
    const outer = model.find(entry.report.name, entry.report.framework, method.containingMethod);
    return h("p", { class: "facts" }, "Stands in ", outer ? h("a", { href: hashOfMethod(outer) }, visible(outer.displayName)) : h("code", null, visible(method.containingMethod)));
  }

  return { element, show };
}

function budgetSource(method) {
  return method.budget.from ? h("p", { class: "help" }, "Limits from " + visible(method.budget.from)) : null;
}

function memoryOf(method) {
  const machine = method.stateMachine;
  if (!machine) return null;
  const open = new Set();
  const drawing = h("div", { class: "drawing" });
  const table = h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Fields" });
  const marked = goners(method);
  const draw = () => {
    replace(drawing, memoryDrawing(machine, open, new Map([...marked.keys()].map((f) => [f.name, "goner"]))));
    replace(table, fieldTable(method, open, toggle, marked));
  };
  const toggle = (key) => {
    if (!open.delete(key)) open.add(key);
    draw();
    table.querySelector(`[data-open="${key}"]`)?.focus();
  };
  const section = h("section", { class: "panel wide", "aria-labelledby": "memory" },
    h("h3", { id: "memory" }, "Memory"),
    h("p", { class: "help" }, h("code", null, visible(machine.type)), `, a ${machine.isValueType ? "struct" : "class"}, alignment ${machine.alignment}, ${bytes(machine.padding)} of padding at any depth. Eight bytes a line.`),
    h("div", { class: "memory-and-fields" }, drawing, table));
  section.addEventListener("click", (event) => {
    const key = event.target.closest(".block[data-field]")?.dataset.field;
    if (key && section.querySelector(`[data-open="${key}"]`)) toggle(key);
  });
  for (const kind of ["pointerover", "focusin"]) section.addEventListener(kind, (event) => light(section, event.target.closest("[data-field]")?.dataset.field));
  section.addEventListener("pointerleave", () => light(section, null));
  draw();
  return section;
}

function light(section, key) {
  for (const element of section.querySelectorAll("[data-field]")) element.classList.toggle("lit", element.dataset.field === key);
}

function continuationOf(method) {
  const { continuation } = method;
  if (!continuation) return null;
  return h("section", { class: "panel wide", "aria-labelledby": "continuation" }, h("h3", { id: "continuation" }, "Continuation"),
    h("p", null, "The runtime suspends this method itself: no state machine, no size budget. Its continuation object has to carry ", h("b", null, bytes(continuation.bytes, continuation.exact)), "; " + visible(continuation.assumes) + "."),
    continuation.slots.length === 0 ? null : h("table", null, h("thead", null, h("tr", null, ["Value", "Type", "Size"].map((t) => h("th", { scope: "col" }, t)))),
      h("tbody", null, continuation.slots.map((s) => h("tr", null, h("th", { scope: "row" }, visible(s.name ?? "temporary")), h("td", null, shortType(s.type)), h("td", { class: "n" }, bytes(s.size)))))));
}

function awaitsOf(method) {
  if (method.awaits.length === 0) return null;
  return h("section", { class: "panel wide", "aria-labelledby": "awaits" }, h("h3", { id: "awaits" }, "Awaits"),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "awaits" }, h("table", { class: "awaits" },
      h("thead", null, h("tr", null, ["#", "Line", "Operation", "Awaiter", "Syntax", "Context", "Loop", "Region"].map((t) => h("th", { scope: "col" }, t)))),
      h("tbody", null, method.awaits.map((a) => h("tr", null,
        h("th", { scope: "row", class: "n" }, a.index + 1), h("td", { class: "n" }, a.line ?? ""),
        h("td", { title: visible(a.operation ?? "").slice(0, 400) }, h("code", null, a.operation ? shortOperation(a.operation) : "–")),
        h("td", { title: visible(a.awaiter ?? "").slice(0, 400) }, h("code", null, a.awaiter ? shortType(a.awaiter) : "dynamic")),
        h("td", null, { await: "await", awaitForeach: "await foreach", awaitUsing: "await using" }[a.syntax] ?? a.syntax),
        h("td", null, a.capturesContext === null ? "the awaiter decides" : a.capturesContext ? "captured" : "not captured"),
        h("td", null, a.inLoop ? h("span", { class: "loop" }, "↻ in a loop") : ""),
        h("td", null, a.region === "body" ? "" : h("span", { class: "region" }, a.region))))))));
}

function checklistOf(method) {
  if (method.checklist.length === 0) return null;
  const signs = { good: "✓", note: "i", concern: "!", unknown: "?" };
  return h("section", { class: "panel wide", "aria-labelledby": "checklist" }, h("h3", { id: "checklist" }, "Checklist"),
    h("dl", { class: "checklist" }, method.checklist.map((c) => h("div", { class: c.verdict },
      h("dt", null, h("span", { class: "sign", "aria-label": c.verdict, role: "img" }, signs[c.verdict] ?? "?"), visible(c.question)), h("dd", null, visible(c.answer))))));
}
