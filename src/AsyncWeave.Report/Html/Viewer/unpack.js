// Gives the packed rows (Html/Data/MethodRows.cs) the names of the JSON report back, when a method is looked at.

export function unpacker(data) {
  const text = (i) => (i === -1 ? null : data.strings[i]);
  const flag = (value) => (value === null ? null : value === 1);
  const token = (value) => (typeof value === "number" ? "0x" + value.toString(16).padStart(8, "0") : value);
  const name = (kind, i) => data.names[kind][i];
  const optional = (row, read) => (row === null ? null : read(row));

  const source = ([file, line, column, endLine]) => ({ file: text(file), line, column, endLine });

  const inside = (i) => (i === -1 ? [] : data.structs[i].map(([n, t, role, type, offset, size, padding, struct]) => ({
    name: text(n), token: text(t), role: name("role", role), sourceName: null, type: text(type),
    offset, size, padding, liveAcross: [], firstWriteLine: null, lastReadLine: null, savesBytes: 0, fields: inside(struct),
  })));

  const field = ([n, t, role, sourceName, type, offset, size, padding, liveAcross, firstWriteLine, lastReadLine, savesBytes, struct]) => ({
    name: text(n), token: token(t), role: name("role", role), sourceName: text(sourceName), type: text(type),
    offset, size, padding, liveAcross, firstWriteLine, lastReadLine, savesBytes, fields: inside(struct),
  });

  const stateMachine = ([t, type, isValueType, size, alignment, padding, containsReferences, exact, because, assumes, fields]) => ({
    token: token(t), type: text(type), isValueType: flag(isValueType), size, alignment, padding,
    containsReferences: flag(containsReferences), exact: flag(exact), inexactBecause: text(because), assumes: text(assumes),
    fields: fields.map(field),
  });

  const continuation = ([size, exact, assumes, slots]) => ({
    bytes: size, exact: flag(exact), assumes: text(assumes),
    slots: slots.map(([n, type, slotSize, liveAcross]) => ({ name: text(n), type: text(type), size: slotSize, liveAcross })),
  });

  const awaited = ([index, line, column, awaiter, operation, syntax, captures, inLoop, region]) => ({
    index, line, column, awaiter: text(awaiter), operation: text(operation), syntax: name("syntax", syntax),
    capturesContext: flag(captures), inLoop: flag(inLoop), region: name("region", region),
  });

  const bill = ([exact, note, objects]) => ({
    bytes: objects.reduce((sum, o) => sum + o[1], 0), exact: flag(exact), note: text(note),
    objects: objects.map(([type, size, reason]) => ({ type: text(type), bytes: size, reason: text(reason) })),
  });

  const allocations = ([synchronous, suspension, further]) => ({
    synchronous: bill(synchronous), suspension: bill(suspension), perFurtherSuspension: bill(further),
  });

  const baseline = ([stateMachineSize, awaits, hoistedFields, suspensionBytes]) => ({ stateMachineSize, awaits, hoistedFields, suspensionBytes });

  const budget = ([status, maxStateMachineSize, maxAwaitCount, maxHoistedFields, maxSuspensionBytes, from, row]) => ({
    status: name("status", status), limits: { maxStateMachineSize, maxAwaitCount, maxHoistedFields, maxSuspensionBytes },
    from: text(from), baseline: optional(row, baseline),
  });

  const diagnostic = ([id, method, severity, message, file, line, column, savesBytes, suppressed, justification]) => ({
    id: text(id), method: text(method), severity: name("severity", severity), message: text(message), file: text(file),
    line, column, savesBytes, suppressed: flag(suppressed), justification: text(justification),
  });

  const answer = ([question, said, verdict]) => ({ question: text(question), answer: text(said), verdict: name("verdict", verdict) });

  const method = (row) => ({
    id: text(row[0]), name: text(row[1]), displayName: text(row[2]), kind: name("kind", row[3]), form: name("form", row[4]),
    containingMethod: text(row[5]), token: token(row[6]), returnType: text(row[7]), builder: text(row[8]),
    source: optional(row[9], source), stateMachine: optional(row[10], stateMachine), continuation: optional(row[11], continuation),
    awaitCount: row[12].length, awaits: row[12].map(awaited), allocations: optional(row[13], allocations),
    budget: budget(row[14]), diagnostics: row[15].map(diagnostic), checklist: row[16].map(answer), isGenerated: flag(row[17]),
    hoistedFields: row[18],
  });

  return { text, name, method, diagnostic };
}
