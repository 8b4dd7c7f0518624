// Squarified treemaps (Bruls, Huizing, van Wijk 2000): rows are filled along the shorter side for as long as that makes
// their rectangles squarer. Values must come largest first; what has none gets no room.
export function squarify(values, box) {
  const total = values.reduce((sum, v) => sum + v, 0);
  const places = new Array(values.length).fill(null);
  if (total <= 0 || box.w <= 0 || box.h <= 0) return places;
  const areas = values.map((v) => (v * box.w * box.h) / total);
  let { x, y, w, h } = box;
  let i = 0;
  while (i < areas.length && areas[i] > 0) {
    const side = Math.min(w, h);
    let end = i + 1;
    let sum = areas[i];
    while (end < areas.length && areas[end] > 0 && worst(areas[i], areas[end], sum + areas[end], side) <= worst(areas[i], areas[end - 1], sum, side)) sum += areas[end++];
    const depth = Math.min(sum / side, Math.max(w, h));
    let at = 0;
    for (; i < end; i++) {
      const length = areas[i] / depth;
      places[i] = w >= h ? { x, y: y + at, w: depth, h: length } : { x: x + at, y, w: length, h: depth };
      at += length;
    }
    if (w >= h) [x, w] = [x + depth, w - depth];
    else [y, h] = [y + depth, h - depth];
    if (w <= 0.01 || h <= 0.01) break;
  }
  return places;
}

// The worst ratio of sides in a row, which its largest or its smallest member has.
function worst(largest, smallest, sum, side) {
  const square = side * side;
  return Math.max((square * largest) / (sum * sum), (sum * sum) / (square * smallest));
}
