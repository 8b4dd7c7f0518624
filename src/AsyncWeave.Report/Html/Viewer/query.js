// The search box's language: words, "phrases", -not, size>256, awaits>=5, kind:iterator, AW2004.

const NUMBERS = {
  size: (m) => m.size, padding: (m) => m.padding, awaits: (m) => m.awaits, fields: (m) => m.fields,
  suspension: (m) => m.suspension, saves: (m) => m.saves, change: (m) => m.change,
};
const TEXTS = {
  name: (m) => m.name, namespace: (m) => m.namespace, ns: (m) => m.namespace, type: (m) => m.type, file: (m) => m.file,
  kind: (m) => m.kind, form: (m) => m.form, budget: (m) => m.status, assembly: (m) => m.report.name, framework: (m) => m.report.framework,
};
const FLAGS = {
  exact: (m) => m.exact, inexact: (m) => !m.exact, generic: (m) => m.generic, loop: (m) => m.inLoop, generated: (m) => m.generated,
  class: (m) => m.isClass, struct: (m) => m.size !== null && !m.isClass, over: (m) => m.status === "fail",
  grown: (m) => m.change > 0, shrunk: (m) => m.change < 0, new: (m) => m.change === null,
};
const COMPARE = {
  ">": (a, b) => a > b, ">=": (a, b) => a >= b, "<": (a, b) => a < b, "<=": (a, b) => a <= b, "=": (a, b) => a === b, ":": (a, b) => a === b,
};

export function compileQuery(text) {
  const problems = [];
  const tests = (text.match(/-?(?:[a-z]+:)?"[^"]*"?|\S+/gi) ?? []).map((term) => compileTerm(term, problems));
  return { problems, test: (method) => tests.every((test) => test(method)) };
}

function compileTerm(term, problems) {
  if (term.length > 1 && term.startsWith("-")) {
    const test = compileTerm(term.slice(1), problems);
    return (m) => !test(m);
  }
  const comparison = /^([a-z]+)(>=|<=|>|<|=|:)(.*)$/i.exec(term);
  return (comparison && compileComparison(comparison, problems)) ?? wordTest(term.replaceAll('"', ""));
}

function wordTest(word) {
  const wanted = word.toLowerCase();
  return (m) => m.haystack.includes(wanted);
}

function compileComparison([, key, operator, rest], problems) {
  const name = key.toLowerCase();
  const value = rest.replaceAll('"', "");
  if (Object.hasOwn(NUMBERS, name)) return compareNumber(NUMBERS[name], operator, value, problems, name);
  if (operator !== ":" && operator !== "=") return unknown(name, problems);
  if (name === "is") return Object.hasOwn(FLAGS, value.toLowerCase()) ? FLAGS[value.toLowerCase()] : unknown("is:" + value, problems, FLAGS);
  if (!Object.hasOwn(TEXTS, name)) return unknown(name, problems);
  const wanted = value.toLowerCase();
  return (m) => (TEXTS[name](m) ?? "").toLowerCase().includes(wanted);
}

function compareNumber(read, operator, value, problems, name) {
  if (value === "") return () => true;
  const wanted = Number(value);
  if (!Number.isFinite(wanted)) {
    problems.push(`“${name}” is compared with a number, and “${value}” is none.`);
    return () => true;
  }
  return (m) => read(m) !== null && COMPARE[operator](read(m), wanted);
}

// A name such as Task<int>: or a path with a colon is a word like any other; only a known operator on an unknown key is told.
function unknown(name, problems, known = { ...NUMBERS, ...TEXTS }) {
  problems.push(`Nothing is called “${name}”. Known: ${Object.keys(known).join(", ")}.`);
  return () => true;
}
