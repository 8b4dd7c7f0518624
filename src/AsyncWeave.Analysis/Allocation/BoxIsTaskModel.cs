using System.Globalization;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>.NET Core 2.1 and later: the first suspension makes one box, which is also the task; later ones reuse it.</summary>
internal sealed class BoxIsTaskModel(HeapObjects objects, RuntimeGeneration generation, bool legacyCache)
{
    public Allocations Estimate(Subject subject) =>
        new(Synchronous(subject), Suspension(subject), AllocationBill.Nothing);

    private AllocationBill Synchronous(Subject subject)
    {
        var bill = subject.BillAtCall();
        if (subject.Builder.Family == BuilderFamily.Unknown)
            return bill.Doubt(CustomBuilders.Unknown(subject.Builder)).Total();
        SynchronousTask.AddTo(bill, subject, objects.TaskOf, objects, legacyCache);
        return CustomBuilders.Mark(bill, subject.Builder).Total();
    }

    private AllocationBill Suspension(Subject subject)
    {
        if (subject.Awaits.Count == 0)
            return AllocationBill.Nothing;
        var bill = new Bill();
        if (subject.Builder.Family == BuilderFamily.Unknown)
            return bill.Doubt(CustomBuilders.Unknown(subject.Builder)).Total();

        bill.Add(objects.BoxOf(subject.Builder, subject.StateMachine), ReasonOf(subject));
        if (subject.Builder.Family == BuilderFamily.PoolingValueTask)
            bill.Note("nothing where the pool has a box to spare");
        AddAction(bill, subject);
        return CustomBuilders.Mark(bill, subject.Builder).Total();
    }

    private void AddAction(Bill bill, Subject subject)
    {
        var needing = subject.Awaits.Where(suspension => AwaiterDelegates.NeedsAction(suspension, generation)).ToList();
        if (needing.Count == 0)
            return;
        var awaiter = needing[0].Await.Awaiter ?? "an awaiter known at run time only";
        bill.Add(objects.Action, awaiter + " takes a delegate; one serves all suspensions");
        if (needing.Count < subject.Awaits.Count)
            bill.Note("the Action is made when " + Awaits(needing) + " suspends");
    }

    private static string ReasonOf(Subject subject) => subject switch
    {
        { AtCall: not null } => "refers to the state machine and is the task",
        { Builder.Family: BuilderFamily.Void } => "carries the state machine",
        _ => "carries the state machine and is the task that the caller gets",
    };

    private static string Awaits(IReadOnlyList<Suspension> suspensions) =>
        "await " + string.Join(", ", suspensions.Select(suspension => suspension.Await.Index.ToString(CultureInfo.InvariantCulture)));
}
