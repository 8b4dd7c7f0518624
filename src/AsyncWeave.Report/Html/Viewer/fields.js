import { h } from "./dom.js";
import { roleClass, roleName } from "./model.js";
import { shortType, visible } from "./text.js";
import { labelOf } from "./memory.js";
import { headerBytes } from "./strip.js";

// The drawing in words, one field a row; structs open to their insides, in the drawing too.
export function fieldTable(method, open, toggle, goners) {
  const machine = method.stateMachine;
  const rows = [];
  addRows(machine.fields, headerBytes(machine), "", 0);

  function addRows(fields, start, path, depth) {
    fields.forEach((field, i) => {
      const key = path + "/" + i;
      rows.push(rowOf(field, key, start, depth));
      if (open.has(key)) addRows(field.fields, start + field.offset, key, depth + 1);
      if (field.padding > 0) rows.push(paddingRow(start + field.offset + field.size, field.padding));
    });
  }

  function rowOf(field, key, start, depth) {
    const goner = depth === 0 ? goners.get(field) : null;
    const at = start + field.offset;
    return h("tr", { "data-field": key, class: goner ? "goner" : null },
      h("td", { class: "n" }, range(at, at + field.size)),
      h("th", { scope: "row", style: { "padding-left": 0.6 + depth * 1.1 + "rem" } },
        field.fields.length ? opener(key) : h("span", { class: "leaf" }),
        h("span", { class: "field-name" }, labelOf(field)),
        goner ? h("span", { class: "give" }, goner) : null),
      h("td", null, depth === 0 ? h("span", { class: "chip " + roleClass(field.role) }, roleName(field.role)) : null),
      h("td", { class: "type", title: visible(field.type).slice(0, 400) }, shortType(field.type)),
      h("td", { class: "n" }, field.size),
      h("td", { class: "n" }, depth === 0 && field.savesBytes ? field.savesBytes : ""));
  }

  function opener(key) {
    const isOpen = open.has(key);
    return h("button", { type: "button", class: "opener", "aria-expanded": String(isOpen), "aria-label": isOpen ? "Close the struct" : "Open the struct", "data-open": key, onclick: () => toggle(key) }, isOpen ? "▾" : "▸");
  }

  return h("table", { class: "fields" },
    h("caption", { class: "sr" }, "Fields by offset"),
    h("thead", null, h("tr", null, ["Bytes", "Field", "Role", "Type", "Size"].map((t) => h("th", { scope: "col", class: t === "Size" || t === "Bytes" ? "n" : null }, t)),
      h("th", { scope: "col", class: "n", title: "What the whole would shrink by without this field" }, "Without it"))),
    h("tbody", null, rows));
}

function paddingRow(start, size) {
  return h("tr", { class: "padding-row" }, h("td", { class: "n" }, range(start, start + size)), h("th", { scope: "row" }, "padding"), h("td"), h("td"), h("td", { class: "n" }, size), h("td"));
}

function range(start, end) {
  return end - start <= 1 ? String(start) : `${start}–${end - 1}`;
}
