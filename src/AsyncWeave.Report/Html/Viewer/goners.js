// Fields of the author's that no suspension needs: they could be locals of one stretch between awaits, or go.
export function goners(method) {
  const machine = method.stateMachine;
  const marked = new Map();
  if (!machine || method.awaits.length === 0 || !machine.fields.some((f) => f.liveAcross.length > 0)) return marked;
  for (const field of machine.fields) {
    if (["parameter", "local", "spill", "this"].includes(field.role) && field.liveAcross.length === 0 && field.savesBytes > 0) {
      marked.set(field, "could go: −" + field.savesBytes + " B");
    }
  }
  return marked;
}
