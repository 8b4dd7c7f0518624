import { h } from "./dom.js";
import { bytes, shortType, visible } from "./text.js";

const COLUMNS = [
  ["synchronous", "When nothing suspends"],
  ["suspension", "At the first suspension"],
  ["perFurtherSuspension", "At each further one"],
];

// The heap bill of one call, object by object.
export function billOf(allocations) {
  if (!allocations) return null;
  return h("section", { class: "panel wide", "aria-labelledby": "bill" }, h("h3", { id: "bill" }, "Allocations of one call"),
    h("div", { class: "bill" }, COLUMNS.map(([key, title]) => column(title, allocations[key]))));
}

function column(title, bill) {
  return h("div", { class: "bill-column" }, h("h4", null, title), h("p", { class: "sum" }, bytes(bill.bytes, bill.exact)),
    bill.objects.length === 0 ? null : h("ul", null, bill.objects.map((o) => h("li", null,
      h("b", null, bytes(o.bytes)), " ", h("code", { title: visible(o.type).slice(0, 400) }, shortType(o.type)), h("span", { class: "reason" }, visible(o.reason))))),
    bill.note ? h("p", { class: "note" }, visible(bill.note)) : null);
}
