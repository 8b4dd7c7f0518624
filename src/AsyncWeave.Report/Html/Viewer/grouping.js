const KEYS = {
  type: (m) => m.type, namespace: (m) => m.namespace || "(no namespace)", assembly: (m) => m.report.label,
  rule: (m) => m.ids[0] ?? "no finding", file: (m) => m.file ?? "unknown file",
};

export const GROUPINGS = [["", "none"], ["type", "type"], ["namespace", "namespace"], ["assembly", "assembly"], ["file", "file"]];

// Methods under headings, the heaviest heading first; a closed heading keeps its methods to itself.
export function grouped(methods, by, closed) {
  if (!Object.hasOwn(KEYS, by)) return methods;
  const groups = new Map();
  for (const method of methods) {
    const key = KEYS[by](method);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { group: key, methods: [], bytes: 0 }));
    group.methods.push(method);
    group.bytes += method.size ?? 0;
  }
  const rows = [];
  for (const group of [...groups.values()].sort((a, b) => b.bytes - a.bytes || (a.group < b.group ? -1 : 1))) {
    rows.push(group);
    if (!closed.has(group.group)) rows.push(...group.methods);
  }
  return rows;
}
