namespace AsyncWeave.Analysis.Tests.Allocation;

/// <summary>Every builder with one awaiter, one builder with every awaiter, and what else changes a bill.</summary>
internal static class AllocationCases
{
    public static IReadOnlyList<AllocationCase> All { get; } = [.. Builders(), .. Results(), .. Awaiters(), .. Shapes()];

    private static IEnumerable<AllocationCase> Builders()
    {
        const string pooling = "[AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]";
        const string poolingOfResult = "[AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]";
        yield return OfTask("ReturnsTask", "Task", "");
        yield return OfTask("ReturnsTaskOfInt", "Task<int>", "42");
        yield return OfTask("ReturnsValueTask", "ValueTask", "");
        yield return OfTask("ReturnsValueTaskOfInt", "ValueTask<int>", "42");
        yield return OfTask("ReturnsValueTaskOfGuid", "ValueTask<Guid>", "Values.Guid");
        yield return OfTask("ReturnsVoid", "void", "");
        yield return OfTask("PooledValueTask", "ValueTask", "") with { Attributes = pooling };
        yield return OfTask("PooledValueTaskOfLong", "ValueTask<long>", "42L") with { Attributes = poolingOfResult };
        yield return OfTask("PooledValueTaskOfGuid", "ValueTask<Guid>", "Values.Guid") with { Attributes = poolingOfResult };
        yield return OfTask("ForwardingTaskLike", "Forwarding", "");
        yield return OfTask("ForwardingTaskLikeOfInt", "Forwarding<int>", "42");
        yield return OfTask("AsyncIterator", "IAsyncEnumerable<int>", "") with { Await = "await gate.Task; yield return 1;", Call = "Run(gate).GetAsyncEnumerator().MoveNextAsync()" };
        yield return OfTask("AsyncIteratorOfGuid", "IAsyncEnumerable<Guid>", "") with { Await = "await gate.Task; yield return Values.Guid;", Call = "Run(gate).GetAsyncEnumerator().MoveNextAsync()" };
    }

    private static IEnumerable<AllocationCase> Results()
    {
        yield return OfTask("ResultBool", "Task<bool>", "gate.Yes");
        yield return OfTask("ResultByte", "Task<byte>", "(byte)200");
        yield return OfTask("ResultLong", "Task<long>", "42L");
        yield return OfTask("ResultDouble", "Task<double>", "4.2");
        yield return OfTask("ResultString", "Task<string>", "\"text\"");
        yield return OfTask("ResultGuid", "Task<Guid>", "Values.Guid");
        yield return OfTask("ResultDecimal", "Task<decimal>", "4.2m");
        yield return OfTask("ResultNullable", "Task<int?>", "42");
        yield return OfTask("ResultDateTimeOffset", "Task<DateTimeOffset>", "Values.Moment");
        yield return OfTask("ResultTuple", "Task<(string, int, byte)>", "(\"text\", 1, (byte)2)");
        yield return OfTask("ResultThreeBytes", "Task<ThreeBytes>", "Values.Three");
        yield return OfTask("ResultForty", "Task<Forty>", "Values.Forty");
        yield return OfTask("ResultEnum", "Task<DayOfWeek>", "DayOfWeek.Friday");
        yield return OfTask("ResultSmallEnum", "Task<Small>", "Small.Some");
        yield return OfTask("ResultEmptyStruct", "Task<Nothing>", "default(Nothing)");
    }

    private static IEnumerable<AllocationCase> Awaiters()
    {
        yield return Awaiting("AwaitsTaskOfInt", "await gate.TaskOfInt;");
        yield return Awaiting("AwaitsConfiguredTask", "await gate.Task.ConfigureAwait(false);");
        yield return Awaiting("AwaitsConfiguredTaskOfInt", "await gate.TaskOfInt.ConfigureAwait(false);");
        yield return Awaiting("AwaitsTaskConfiguredByOptions", "await gate.Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);");
        yield return Awaiting("AwaitsValueTask", "await gate.ValueTask;");
        yield return Awaiting("AwaitsValueTaskOfInt", "await gate.ValueTaskOfInt;");
        yield return Awaiting("AwaitsConfiguredValueTask", "await gate.ValueTask.ConfigureAwait(false);");
        yield return Awaiting("AwaitsConfiguredValueTaskOfInt", "await gate.ValueTaskOfInt.ConfigureAwait(false);");
        yield return Awaiting("AwaitsValueTaskSource", "await gate.Source;");
        yield return Awaiting("AwaitsYield", "await Task.Yield();") with { AlwaysSuspends = true };
        yield return Awaiting("AwaitsCriticalStruct", "await gate.CriticalStruct;");
        yield return Awaiting("AwaitsSimpleStruct", "await gate.SimpleStruct;");
        yield return Awaiting("AwaitsCriticalClass", "await gate.CriticalClass;");
        yield return Awaiting("AwaitsSimpleClass", "await gate.SimpleClass;");
        yield return Awaiting("AwaitsGenericAwaiter", "await gate.GenericStruct;");
    }

    private static IEnumerable<AllocationCase> Shapes()
    {
        yield return Awaiting("HoistsLocals", "var text = gate.Text; var g = Values.Guid; await gate.Task; gate.Use(text, g);");
        yield return Awaiting("HoistsABigStruct", "var forty = Values.Forty; await gate.Task; gate.Use(forty);");
        yield return Awaiting("SeveralAwaiters", "await gate.Task; await Gate.Done; await gate.ValueTaskOfInt;");
        yield return Awaiting("TaskThenCustom", "await gate.CriticalStruct; await Gate.Done;");
        yield return Awaiting("AwaitInFinally", "try { gate.Use(); } finally { await gate.Task; }");
        yield return Awaiting("AwaitInCatch", "try { await gate.Task; } catch (InvalidOperationException) { await Gate.Done; }");
        yield return Awaiting("AwaitUsing", "await using var thing = gate.Disposable; await gate.Task;");
        yield return Awaiting("GenericOverReference", "await gate.Task; gate.Use(default(T)!);") with { TypeParameters = "<T>", Call = "Run<string>(gate)" };
        yield return OfTask("GenericResult", "Task<T>", "(T)(object)\"text\"") with { TypeParameters = "<T>", Call = "Run<string>(gate)" };
        yield return OfTask("NeverSuspends", "Task<int>", "42") with { Await = "await Gate.Done;" };
    }

    private static AllocationCase OfTask(string name, string returns, string result) => new(name, returns, result, "await gate.Task;");

    private static AllocationCase Awaiting(string name, string statements) => new(name, "Task", "", statements);
}
