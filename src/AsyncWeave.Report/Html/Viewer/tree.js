// Assembly, namespace, type, method: each node knows its methods' sum. Namespaces of one child are told in one breath.
export function buildTree(model, weight) {
  const root = node("", "root", "");
  for (const report of model.reports) {
    const top = model.reports.length > 1 ? childOf(root, report.label, "assembly") : root;
    for (const method of report.entries) {
      const value = weight(method) ?? 0;
      if (value <= 0) continue;
      let at = top;
      for (const part of method.namespace ? method.namespace.split(".") : []) at = childOf(at, part, "namespace");
      at = childOf(at, method.type.slice(method.namespace ? method.namespace.length + 1 : 0) || "(no type)", "type");
      at.children.push({ name: method.displayName, kind: "method", method, value, children: [], path: "" });
    }
  }
  sum(root);
  return root;
}

export function nodeAt(root, path) {
  const trail = [root];
  if (!path) return trail;
  let found = true;
  while (found) {
    const here = trail.at(-1);
    if (here.path === path) return trail;
    found = here.children.find((c) => c.path !== "" && (path === c.path || path.startsWith(c.path + "/")));
    if (found) trail.push(found);
  }
  return trail;
}

function node(name, kind, path) {
  return { name, kind, path, children: [], byName: new Map(), value: 0, count: 0 };
}

function childOf(parent, name, kind) {
  const key = kind + " " + name;
  let child = parent.byName.get(key);
  if (!child) {
    child = node(name, kind, (parent.path ? parent.path + "/" : "") + encodeURIComponent(name));
    parent.byName.set(key, child);
    parent.children.push(child);
  }
  return child;
}

function sum(parent) {
  for (let i = 0; i < parent.children.length; i++) {
    const child = parent.children[i];
    if (child.method) {
      child.count = 1;
      continue;
    }
    sum(child);
    parent.children[i] = merged(child);
  }
  parent.value = parent.children.reduce((total, c) => total + c.value, 0);
  parent.count = parent.children.reduce((total, c) => total + c.count, 0);
  parent.children.sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
}

function merged(child) {
  const only = child.children.length === 1 ? child.children[0] : null;
  if (child.kind !== "namespace" || !only || only.kind !== "namespace") return child;
  return { ...only, name: child.name + "." + only.name };
}
