import { unpacker } from "./unpack.js";

// What the table, the map and the search look at, taken once from the packed rows; the rest is unpacked on demand.
export function buildModel(data) {
  const unpack = unpacker(data);
  const methods = [];
  data.reports.forEach((report, r) => {
    report.index = r;
    report.label = labelOf(report, data.reports);
    report.entries = report.methods.map((row, m) => entryOf(report, row, m, unpack));
    for (const entry of report.entries) methods.push(entry);
  });
  return {
    reports: data.reports, methods, titles: new Map(Object.entries(data.titles)), sources: new Map(Object.entries(data.sources ?? {})),
    helpLink: (id) => data.helpLink.replace("{id}", id),
    details: (entry) => unpack.method(entry.row),
    findings: () => allFindings(data.reports, unpack),
    find: (assembly, framework, id) => findMethod(methods, assembly, framework, id),
    counterparts: (entry) => methods.filter((m) => m !== entry && m.id === entry.id && m.report.name === entry.report.name),
  };
}

// What all reports share need not be said at each.
function labelOf(report, all) {
  const framework = all.every((r) => r.framework === report.framework) ? "" : report.framework;
  const architecture = all.every((r) => r.architecture === report.architecture) ? "" : report.architecture;
  const rest = [framework, architecture].filter(Boolean).join(" ");
  return report.name + (rest ? " (" + rest + ")" : "");
}

// Bytes by role, in the order of the palette; what is left of the size is padding and header.
const ROLE_CLASS = {
  this: "r-this", builder: "r-builder", parameter: "r-parameter", parameterProxy: "r-parameter", local: "r-local",
  spill: "r-spill", awaiter: "r-awaiter", current: "r-current", closure: "r-closure",
};

export function roleClass(role) {
  return ROLE_CLASS[role] ?? "r-state";
}

export function roleName(role) {
  return role.replace(/[A-Z]/g, (c) => " " + c.toLowerCase());
}

function entryOf(report, row, m, unpack) {
  const machine = row[10];
  const diagnostics = row[15];
  const shown = diagnostics.filter((d) => d[8] !== 1 && isOn(d, unpack));
  const name = unpack.text(row[1]);
  const displayName = unpack.text(row[2]);
  const file = row[9] ? unpack.text(row[9][0]) : null;
  const bill = row[13] ? row[13][1] : null;
  const status = unpack.name("status", row[14][0]);
  const baseline = row[14][6] ? row[14][6][0] : null;
  const ids = [...new Set(shown.map((d) => unpack.text(d[0])))].sort();
  const place = placeOf(machine ? unpack.text(machine[1]) : null, name);
  return {
    report, row, anchor: "m" + report.index + "-" + m, id: unpack.text(row[0]), name, displayName, ...place,
    kind: unpack.name("kind", row[3]), form: unpack.name("form", row[4]), file, line: row[9] ? row[9][1] : null,
    size: machine ? machine[3] : null, padding: machine ? machine[5] : null, exact: machine ? machine[7] === 1 : true,
    isClass: machine ? machine[2] === 0 : false, generic: machine ? machine[9] !== -1 : false,
    awaits: row[12].length, inLoop: row[12].some((a) => a[7] === 1), fields: row[18],
    suspension: bill ? bill[2].reduce((sum, o) => sum + o[1], 0) : null, suspensionExact: bill ? bill[0] === 1 : true,
    status, ids, saves: shown.reduce((most, d) => Math.max(most, d[7]), 0), generated: row[17] === 1,
    change: baseline !== null && machine ? machine[3] - baseline : null,
    haystack: (name + " " + displayName + " " + (file ?? "") + " " + ids.join(" ")).toLowerCase(),
  };
}

// MyApp.Outer`1/Inner/<SubmitAsync>d__3 stands in namespace MyApp and type Outer.Inner.
function placeOf(machineType, name) {
  if (machineType === null) {
    const parts = name.split(".");
    return { namespace: parts.slice(0, -2).join("."), type: parts.slice(0, -1).join(".") };
  }
  const types = machineType.split("/").filter((part, i) => i === 0 || !part.startsWith("<"));
  const outer = types[0].replace(/`\d+/, "");
  const namespace = outer.slice(0, Math.max(0, outer.lastIndexOf(".")));
  return { namespace, type: [outer, ...types.slice(1)].join(".").replace(/`\d+/g, "") };
}

function findMethod(methods, assembly, framework, id) {
  return methods.find((m) => m.id === id && m.report.name === assembly && (!framework || m.report.framework === framework));
}

// Rules that nobody turned on are in the data, for whoever judges it with another configuration, and nowhere else.
function isOn(row, unpack) {
  return unpack.name("severity", row[2]) !== "none";
}

function allFindings(reports, unpack) {
  const findings = [];
  for (const report of reports) {
    for (const row of report.diagnostics) if (isOn(row, unpack)) findings.push({ ...unpack.diagnostic(row), report, entry: null });
    for (const entry of report.entries) {
      for (const row of entry.row[15]) if (isOn(row, unpack)) findings.push({ ...unpack.diagnostic(row), report, entry });
    }
  }
  return findings;
}
