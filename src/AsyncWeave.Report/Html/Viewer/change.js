import { h, replace } from "./dom.js";
import { visible } from "./text.js";
import { hashOf } from "./route.js";
import { beside } from "./beside.js";

// One method of a diff: its memory before and after, on one scale.
export function changeView(model, changes) {
  const element = h("section", { class: "compare", "aria-label": "Change" });

  function show({ n }) {
    const index = Number(n);
    const change = changes[index];
    if (!change) return replace(element, h("h2", null, "No such change"), h("p", null, h("a", { href: "#/" }, "All changes")));
    const [kind, report, old, now] = change;
    const before = old === null ? null : model.reports[report].entries[old];
    const after = now === null ? null : model.reports[report + 1].entries[now];
    replace(element, h("p", { class: "crumbs" }, h("a", { href: "#/" }, "All changes"), " › " + visible((after ?? before).report.name)),
      h("h2", { class: "compare-title" }, h("bdi", null, visible((after ?? before).displayName))),
      h("p", { class: "facts" }, h("span", null, kind), step("previous", index - 1), step("next", index + 1)),
      beside([{ title: "Before", method: before && model.details(before) }, { title: "After", method: after && model.details(after) }]));
  }

  function step(title, index) {
    return changes[index] ? h("a", { href: hashOf("change", { n: index }) }, title) : null;
  }

  return { element, show };
}
