import { h, replace, svg } from "./dom.js";
import { bytes, number, plural, visible } from "./text.js";
import { hashOf, hashOfMethod } from "./route.js";
import { buildTree, nodeAt } from "./tree.js";
import { squarify } from "./squarify.js";
import { COLOURINGS, LEGENDS, coloursOf } from "./mapcolours.js";

const AREAS = {
  size: ["state machine bytes", (m) => m.size], suspension: ["bytes at the first suspension", (m) => m.suspension],
  padding: ["padding", (m) => m.padding], saves: ["bytes that could be saved", (m) => m.saves], awaits: ["awaits", (m) => m.awaits],
};
const HEAD = 20;
const LABEL = { w: 44, h: 18 };

// Where the bytes go: nested rectangles. The many small ones are a few SVG paths; those with room for a label are buttons.
export function mapView(model, roleNames, go) {
  const trees = new Map();
  let state = {};
  let trail = [];
  let placed = [];

  const select = (id, options, key) => h("select", { id, onchange: (event) => go({ ...state, [key]: event.target.value }) }, options.map(([value, title]) => h("option", { value }, title)));
  const area = select("area", Object.entries(AREAS).map(([key, [title]]) => [key, title]), "area");
  const colour = select("colour", COLOURINGS, "colour");
  const crumbs = h("nav", { class: "map-crumbs", "aria-label": "Place in the map" });
  const legend = h("ul", { class: "legend" });
  const paper = svg("svg", { class: "map-paper", "aria-hidden": "true" });
  const buttons = h("div", { class: "map-buttons", role: "group" });
  const hint = h("div", { class: "map-hint", "aria-hidden": "true", hidden: true });
  const empty = h("p", { class: "map-empty", hidden: true }, "No method has any of what the area shows.");
  const stage = h("div", { class: "map-stage" }, paper, buttons, empty, hint);
  const element = h("section", { class: "map", "aria-label": "Map" },
    h("div", { class: "toolbar" }, h("label", null, h("span", null, "Area shows"), area), h("label", null, h("span", null, "Colour shows"), colour), legend),
    crumbs, stage, h("p", { class: "help" }, "Click or Enter opens a part or a method; Escape goes out again; arrow keys move."));

  buttons.addEventListener("keydown", onKey);
  stage.addEventListener("pointermove", onPointer);
  stage.addEventListener("pointerleave", () => (hint.hidden = true));
  stage.addEventListener("click", (event) => {
    if (event.target.closest("button")) return;
    const leaf = leafAt(event);
    if (leaf) location.hash = hashOfMethod(leaf.node.method);
  });
  new ResizeObserver(() => draw(false)).observe(stage);

  function show(newState) {
    state = newState;
    area.value = Object.hasOwn(AREAS, state.area ?? "") ? state.area : "size";
    colour.value = Object.hasOwn(LEGENDS, state.colour ?? "") ? state.colour : "roles";
    trail = nodeAt(treeOf(area.value), state.at ?? "");
    replace(legend, LEGENDS[colour.value].map(([key, title]) => h("li", null, h("span", { class: "dot fill " + key }), title)));
    drawCrumbs();
    draw(true);
  }

  function treeOf(key) {
    if (!trees.has(key)) trees.set(key, buildTree(model, AREAS[key][1]));
    return trees.get(key);
  }

  function figure(value) {
    return area.value === "awaits" ? plural(value, "await", "awaits") : bytes(value);
  }

  function drawCrumbs() {
    const here = trail.at(-1);
    replace(crumbs, trail.map((n, i) => [i > 0 ? h("span", { "aria-hidden": "true" }, " › ") : null,
      i < trail.length - 1 ? h("a", { href: hashOf("map", { ...state, at: n.path }) }, nameOf(n)) : h("b", { "aria-current": "location" }, nameOf(n))]),
      h("span", { class: "sum" }, ` ${figure(here.value)} in ${plural(here.count, "method", "methods")}`));
  }

  function nameOf(n) {
    return n.kind === "root" ? "All" : visible(n.name).slice(0, 120);
  }

  function draw(force) {
    const box = { x: 0, y: 0, w: stage.clientWidth, h: stage.clientHeight };
    if (box.w === 0 || trail.length === 0 || (!force && paper.getAttribute("width") === String(box.w) && paper.getAttribute("height") === String(box.h))) return;
    paper.setAttribute("width", box.w);
    paper.setAttribute("height", box.h);
    placed = [];
    place(trail.at(-1), box, 0);
    paint();
    drawButtons();
    empty.hidden = placed.length > 0;
  }

  function place(parent, box, depth) {
    const rects = squarify(parent.children.map((c) => c.value), box);
    parent.children.forEach((child, i) => {
      const rect = rects[i];
      if (!rect || rect.w < 1.2 || rect.h < 1.2) return;
      if (child.method) placed.push({ node: child, rect, depth });
      else placeGroup(child, rect, depth);
    });
  }

  function placeGroup(child, rect, depth) {
    const hasHead = rect.w > 56 && rect.h > 44;
    placed.push({ node: child, rect, depth, hasHead });
    const edge = rect.w > 20 && rect.h > 20 ? 2 : 0.5;
    const top = hasHead ? HEAD : edge;
    place(child, { x: rect.x + edge, y: rect.y + top, w: rect.w - 2 * edge, h: rect.h - top - edge }, depth + 1);
  }

  function isLabelled({ rect }) {
    return rect.w >= LABEL.w && rect.h >= LABEL.h;
  }

  // One path for all rectangles of a colour.
  function paint() {
    const paths = new Map();
    const add = (key, x, y, w, h2) => paths.set(key, (paths.get(key) ?? "") + `M${x.toFixed(1)} ${y.toFixed(1)}h${w.toFixed(1)}v${h2.toFixed(1)}h${(-w).toFixed(1)}z`);
    for (const item of placed) {
      const { x, y, w, h: height } = inset(item.rect);
      if (!item.node.method) {
        add(item.depth % 2 ? "m-group odd" : "m-group", item.rect.x, item.rect.y, item.rect.w, item.rect.h);
        continue;
      }
      let at = x;
      for (const [key, share] of coloursOf(item.node.method, colour.value, roleNames)) {
        add(isLabelled(item) ? key + " tinted" : key, at, y, w * share, height);
        at += w * share;
      }
    }
    const order = [...paths.keys()].sort((a, b) => layer(a) - layer(b));
    paper.replaceChildren(...order.map((key) => svg("path", { class: key, d: paths.get(key) })));
  }

  function layer(key) {
    return key.startsWith("m-group") ? (key.endsWith("odd") ? 1 : 0) : key.endsWith("tinted") ? 2 : 3;
  }

  function inset({ x, y, w, h: height }) {
    const gap = w > 8 && height > 8 ? 1 : 0.25;
    return { x: x + gap, y: y + gap, w: w - 2 * gap, h: height - 2 * gap };
  }

  function drawButtons() {
    const here = trail.at(-1);
    buttons.setAttribute("aria-label", `Map of ${nameOf(here)}: ${AREAS[area.value][0]}`);
    const shown = placed.filter((p) => (p.node.method ? isLabelled(p) : p.hasHead));
    replace(buttons, shown.map((item, i) => {
      const { x, y, w, h: height } = item.rect;
      const label = visible(item.node.method ? withoutType(item.node.name) : item.node.name).slice(0, 120);
      return h("button", {
        type: "button", tabindex: i === 0 ? "0" : "-1", class: item.node.method ? "tile" : "group-head",
        style: { left: x + "px", top: y + "px", width: w + "px", height: (item.node.method ? height : HEAD) + "px" },
        onclick: () => enter(item.node),
      }, h("span", { class: "label" }, label), h("span", { class: "sr" }, `, ${item.node.kind}, `),
      h("span", { class: (item.node.method ? height >= 34 : w >= 160) ? "bytes" : "sr" }, figure(item.node.value)),
      item.node.method ? null : h("span", { class: "sr" }, ", " + plural(item.node.count, "method", "methods")));
    }));
  }

  function enter(target) {
    if (target.method) location.hash = hashOfMethod(target.method);
    else {
      go({ ...state, at: target.path });
      first()?.focus();
    }
  }

  function first() {
    return buttons.querySelector("button");
  }

  function leave() {
    if (trail.length < 2) return;
    go({ ...state, at: trail.at(-2).path });
    first()?.focus();
  }

  function onKey(event) {
    if (event.key === "Escape" || event.key === "Backspace") {
      event.preventDefault();
      return leave();
    }
    const next = event.key === "Home" ? first() : nearest(event.target, event.key);
    if (!next) return;
    event.preventDefault();
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  // The nearest button whose middle lies that way, straight ahead before aslant.
  function nearest(from, key) {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    if (!way) return null;
    const here = middle(from);
    let best = null;
    for (const button of buttons.children) {
      const there = middle(button);
      const ahead = (there.x - here.x) * way[0] + (there.y - here.y) * way[1];
      const aside = Math.abs((there.x - here.x) * way[1]) + Math.abs((there.y - here.y) * way[0]);
      if (button !== from && ahead > 1 && (!best || ahead + 2 * aside < best.distance)) best = { button, distance: ahead + 2 * aside };
    }
    return best?.button ?? null;
  }

  function middle(button) {
    return { x: button.offsetLeft + Math.min(button.offsetWidth / 2, 40), y: button.offsetTop + Math.min(button.offsetHeight / 2, 12) };
  }

  function leafAt(event) {
    const frame = stage.getBoundingClientRect();
    const x = event.clientX - frame.left;
    const y = event.clientY - frame.top;
    return placed.findLast((p) => p.node.method && x >= p.rect.x && x < p.rect.x + p.rect.w && y >= p.rect.y && y < p.rect.y + p.rect.h);
  }

  function onPointer(event) {
    const leaf = leafAt(event);
    hint.hidden = !leaf;
    if (!leaf) return;
    const frame = stage.getBoundingClientRect();
    const m = leaf.node.method;
    replace(hint, h("b", null, visible(m.displayName).slice(0, 160)), h("span", null, visible(m.namespace).slice(0, 160)), h("span", null, m.size === null ? "no state machine" : bytes(m.size, m.exact), `, ${plural(m.awaits, "await", "awaits")}`, m.ids.length ? ", " + m.ids.join(" ") : ""),
      area.value === "size" ? null : h("span", null, number(leaf.node.value) + " " + AREAS[area.value][0]));
    const x = Math.min(event.clientX - frame.left + 14, frame.width - 260);
    const y = event.clientY - frame.top + (event.clientY - frame.top > frame.height - 110 ? -96 : 18);
    hint.style.setProperty("transform", `translate(${Math.max(0, x)}px, ${y}px)`);
  }

  return { element, show };
}

// Orders<T>.SubmitAsync(int) reads as SubmitAsync(int) where the type stands above it.
function withoutType(displayName) {
  let depth = 0;
  let cut = 0;
  for (let i = 0; i < displayName.length; i++) {
    const c = displayName[i];
    if (c === "(" && depth === 0) break;
    if (c === "<") depth++;
    else if (c === ">") depth--;
    else if (c === "." && depth === 0) cut = i + 1;
  }
  return displayName.slice(cut);
}
