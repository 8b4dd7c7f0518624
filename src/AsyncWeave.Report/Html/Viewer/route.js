// The page's state lives in the hash, so that a link to a method or a filter can be sent.

export function readRoute(hash) {
  const match = /^#\/([a-z]*)(?:\?(.*))?$/s.exec(hash);
  if (!match) return { view: "overview", query: new URLSearchParams(), anchor: /^#m\d+-\d+$/.test(hash) ? hash.slice(1) : null };
  return { view: match[1] || "overview", query: new URLSearchParams(match[2] ?? ""), anchor: null };
}

export function hashOf(view, values = {}) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== "") query.set(key, value);
  }
  const text = query.toString();
  return "#/" + (view === "overview" ? "" : view) + (text ? "?" + text : "");
}

export function hashOfMethod(entry) {
  return hashOf("method", { a: entry.report.name, f: entry.report.framework, id: entry.id });
}
