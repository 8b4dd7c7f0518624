using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>
/// .NET Framework and .NET Core up to 2.0: <c>AsyncMethodBuilderCore.GetCompletionAction</c> and <c>PostBoxInitialization</c> (asyncmethodbuilder.cs).
/// The reference assemblies hide the private fields of these classes, so that their sizes are written down here.
/// </summary>
internal sealed class BoxAndRunnerModel(HeapObjects objects, int pointerSize)
{
    // Delegate: _target, _methodBase, _methodPtr, _methodPtrAux; MulticastDelegate: _invocationList, _invocationCount.
    private MadeObject Action => new("Action", Object(6 * pointerSize), Exact: true);

    // m_context, m_stateMachine
    private MadeObject Runner => new("MoveNextRunner", Object(2 * pointerSize), Exact: true);

    public Allocations Estimate(Subject subject)
    {
        if (subject.Builder.Family == BuilderFamily.Unknown)
        {
            var unknown = CustomBuilders.Unknown(subject.Builder);
            return new(subject.BillAtCall().Doubt(unknown).Total(), new Bill().Doubt(unknown).Total(), AllocationBill.Nothing);
        }

        var further = subject.Awaits.Count == 0 ? AllocationBill.Nothing : FurtherInOtherContext();
        return new(Synchronous(subject), Suspension(subject), further with { Objects = [] })
        {
            FurtherInOtherContext = further,
        };
    }

    private AllocationBill Synchronous(Subject subject)
    {
        var bill = subject.BillAtCall();
        SynchronousTask.AddTo(bill, subject, result => TaskOf(subject.Builder with { Result = result }), objects, legacyCache: true);
        return CustomBuilders.Mark(bill, subject.Builder).Total();
    }

    private AllocationBill Suspension(Subject subject)
    {
        if (subject.Awaits.Count == 0)
            return AllocationBill.Nothing;
        var bill = new Bill();
        if (subject.AtCall is null)
            bill.Add(new MadeObject(subject.Name, subject.Layout.HeapSize, subject.Layout.Exact), "the state machine, boxed");
        if (subject.Builder.Family != BuilderFamily.Void)
            bill.Add(TaskOf(subject.Builder), subject.IsIterator ? "the builder's task" : "the task that the caller gets");
        bill.Add(Action, "what awaiters are given to continue with").Add(Runner, "holds the state machine and the ExecutionContext");
        return CustomBuilders.Mark(bill, subject.Builder).Total();
    }

    private AllocationBill FurtherInOtherContext() => new Bill()
        .Add(Action, "not kept for another ExecutionContext than the default one")
        .Add(Runner, "holds the state machine and the ExecutionContext")
        .Note($"with another ExecutionContext than the default one each later suspension makes an Action and a MoveNextRunner: {Action.Bytes + Runner.Bytes} bytes")
        .Total();

    private MadeObject TaskOf(CoreBuilder builder)
    {
        // m_action, m_stateObject, m_taskScheduler, m_parent, m_continuationObject, m_contingentProperties; m_taskId, m_stateFlags
        var task = (6 * pointerSize) + (2 * sizeof(int));
        if (builder.Result is not { } result)
            return new MadeObject("Task<VoidTaskResult>", Object(task + 1), Exact: true);
        var value = objects.ValueOf(result);
        return new MadeObject("Task<" + TaskResult.SimpleName(result) + ">", Object(task + (value?.Size ?? pointerSize)), value?.Exact ?? true);
    }

    // Header word, method table pointer, fields.
    private int Object(int fields) => (2 * pointerSize) + ((fields + pointerSize - 1) / pointerSize * pointerSize);
}
