import { h } from "./dom.js";

const ROW = 34;
const AHEAD = 6;

// A list of rows of one height of which only those near the view exist.
export function virtualRows(scroller, render) {
  const body = h("div", { class: "rows", role: "rowgroup" });
  let items = [];
  let first = -1;
  let last = -1;

  function draw(force) {
    const from = Math.max(0, Math.floor(scroller.scrollTop / ROW) - AHEAD);
    const to = Math.min(items.length, Math.ceil((scroller.scrollTop + scroller.clientHeight) / ROW) + AHEAD);
    if (!force && from === first && to === last) return;
    first = from;
    last = to;
    body.replaceChildren(...items.slice(from, to).map((item, i) => placed(render(item, from + i), from + i)));
  }

  function placed(row, index) {
    row.style.setProperty("transform", `translateY(${index * ROW}px)`);
    return row;
  }

  let asked = false;
  scroller.addEventListener("scroll", () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      draw(false);
    });
  });
  new ResizeObserver(() => draw(false)).observe(scroller);

  return {
    body,
    show(newItems) {
      items = newItems;
      body.style.setProperty("height", items.length * ROW + "px");
      draw(true);
    },
    // Brings a row into view and into being.
    reveal(index) {
      const top = index * ROW;
      const head = scroller.firstElementChild?.offsetHeight ?? 0;
      if (top < scroller.scrollTop) scroller.scrollTop = top;
      else if (top + ROW > scroller.scrollTop + scroller.clientHeight - head) scroller.scrollTop = top + ROW - scroller.clientHeight + head;
      draw(false);
      return body.querySelector(`[data-row="${index}"]`);
    },
    // Paper has no view to scroll: every row is needed.
    all() {
      first = last = -1;
      body.replaceChildren(...items.map((item, i) => render(item, i)));
    },
    redraw: () => draw(true),
  };
}
