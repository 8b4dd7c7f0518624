using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Data;

/// <summary>One method as a row. The places are read by <c>Viewer/unpack.js</c>, which gives them their names back.</summary>
internal sealed class MethodRows(RowWriter row)
{
    public void Write(MethodReport method)
    {
        row.Text(method.Id);
        row.Text(method.Name);
        row.Text(method.DisplayName);
        row.Number((int)method.Kind);
        row.Number((int)method.Form);
        row.Text(method.ContainingMethod);
        row.Token(method.Token);
        row.Text(method.ReturnType);
        row.Text(method.Builder);
        WriteOrNothing(method.Source, WriteSource);
        WriteOrNothing(method.StateMachine, WriteStateMachine);
        WriteOrNothing(method.Continuation, WriteContinuation);
        row.Rows(method.Awaits, WriteAwait);
        WriteOrNothing(method.Allocations, WriteAllocations);
        row.Row(method.Budget, WriteBudget);
        row.Rows(method.Diagnostics, WriteDiagnostic);
        row.Rows(method.Checklist, WriteAnswer);
        row.Flag(method.IsGenerated);
        row.Number(Metrics.HoistedFields.Measure(method));
    }

    public void WriteDiagnostic(Diagnostic diagnostic)
    {
        row.Text(diagnostic.Id);
        row.Text(diagnostic.Method);
        row.Number((int)diagnostic.Severity);
        row.Text(diagnostic.Message);
        row.Text(diagnostic.File);
        row.Number(diagnostic.Line);
        row.Number(diagnostic.Column);
        row.Number(diagnostic.SavesBytes);
        row.Flag(diagnostic.Suppressed);
        row.Text(diagnostic.Justification);
    }

    private void WriteOrNothing<T>(T? item, Action<T> writeCells) where T : class
    {
        if (item is null)
            row.Nothing();
        else
            row.Row(item, writeCells);
    }

    private void WriteSource(SourceSpan source)
    {
        row.Text(source.File);
        row.Number(source.Line);
        row.Number(source.Column);
        row.Number(source.EndLine);
    }

    private void WriteStateMachine(StateMachine machine)
    {
        row.Token(machine.Token);
        row.Text(machine.Type);
        row.Flag(machine.IsValueType);
        row.Number(machine.Size);
        row.Number(machine.Alignment);
        row.Number(machine.Padding);
        row.Flag(machine.ContainsReferences);
        row.Flag(machine.Exact);
        row.Text(machine.InexactBecause);
        row.Text(machine.Assumes);
        row.Rows(machine.Fields, WriteField);
    }

    private void WriteField(StateMachineField field)
    {
        row.Text(field.Name);
        row.Token(field.Token);
        row.Number((int)field.Role);
        row.Text(field.SourceName);
        row.Text(field.Type);
        row.Number(field.Offset);
        row.Number(field.Size);
        row.Number(field.Padding);
        row.Numbers(field.LiveAcross);
        row.Number(field.FirstWriteLine);
        row.Number(field.LastReadLine);
        row.Number(field.SavesBytes);
        row.Number(row.Structs.NumberOf(field.Fields));
    }

    private void WriteContinuation(Continuation continuation)
    {
        row.Number(continuation.Bytes);
        row.Flag(continuation.Exact);
        row.Text(continuation.Assumes);
        row.Rows(continuation.Slots, slot =>
        {
            row.Text(slot.Name);
            row.Text(slot.Type);
            row.Number(slot.Size);
            row.Numbers(slot.LiveAcross);
        });
    }

    private void WriteAwait(Await point)
    {
        row.Number(point.Index);
        row.Number(point.Line);
        row.Number(point.Column);
        row.Text(point.Awaiter);
        row.Text(point.Operation);
        row.Number((int)point.Syntax);
        row.Flag(point.CapturesContext);
        row.Flag(point.InLoop);
        row.Number((int)point.Region);
    }

    private void WriteAllocations(Allocations allocations)
    {
        row.Row(allocations.Synchronous, WriteBill);
        row.Row(allocations.Suspension, WriteBill);
        row.Row(allocations.PerFurtherSuspension, WriteBill);
    }

    private void WriteBill(AllocationBill bill)
    {
        row.Flag(bill.Exact);
        row.Text(bill.Note);
        row.Rows(bill.Objects, allocated =>
        {
            row.Text(allocated.Type);
            row.Number(allocated.Bytes);
            row.Text(allocated.Reason);
        });
    }

    private void WriteBudget(Budget budget)
    {
        row.Number((int)budget.Status);
        foreach (var metric in Metrics.All)
            row.Number(metric.LimitOf(budget.Limits));
        row.Text(budget.From);
        WriteOrNothing(budget.Baseline, baseline =>
        {
            row.Number(baseline.StateMachineSize);
            row.Number(baseline.Awaits);
            row.Number(baseline.HoistedFields);
            row.Number(baseline.SuspensionBytes);
        });
    }

    private void WriteAnswer(ChecklistAnswer answer)
    {
        row.Text(answer.Question);
        row.Text(answer.Answer);
        row.Number((int)answer.Verdict);
    }
}
