using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Model;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A ValueTask may be asked once: its source may already serve another operation the second time.</summary>
internal sealed class AW2016ValueTaskMisuse : IMethodRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.ValueTaskMisuse;

    public IEnumerable<Finding> Check(DescribedMethod facts) => facts.Body.Calls.Mention(Interest.AsksValueTask | Interest.MayGiveTask) ? Find(facts) : [];

    private static IEnumerable<Finding> Find(DescribedMethod facts)
    {
        var body = facts.Body;
        KnownCompletion? known = null;
        Dictionary<AskedValue, List<int>>? asked = null;
        foreach (var i in body.Calls.Of(Interest.AsksValueTask))
        {
            if (BlockingCall.TryMatch(body, i, out var blocking) && IsOfValueTask(body, blocking) && !(known ??= new KnownCompletion(body)).Of(blocking))
                yield return new Finding($"{facts.Method.Names.DisplayName}: {blocking.Name} on a ValueTask that may not be complete: it need not wait, and its answer is then undefined; await it, or call AsTask first", body.PlaceOf(i));
            if (Asks(body, i) && AskedValue.Of(body, i) is { } value)
                ((asked ??= []).TryGetValue(value, out var calls) ? calls : asked[value] = []).Add(i);
        }

        for (var i = 0; i < body.Code.Count; i++)
        {
            if (body.Code.Op(i) is Code.Stfld or Code.Stsfld && StoredIn(body, i) is { } field)
                yield return new Finding($"{facts.Method.Names.DisplayName}: a ValueTask is stored in {field}, where it may be awaited twice; store AsTask() or Preserve()", body.PlaceOf(i));
        }

        if (asked is null)
            yield break;
        foreach (var pair in asked)
        {
            if (SecondOf(body, pair.Key, pair.Value) is { } second)
                yield return AskedAgain(facts, second);
        }
    }

    private static int? SecondOf(BodyFacts body, AskedValue value, List<int> calls) => value switch
    {
        { Slot: < 0, Field: null } => calls.Count > 1 ? calls[1] : null, // it only ever stood on the stack
        { Slot: >= 0 } when calls.TrueForAll(call => IsJustWritten(body, value.Slot, call)) => null,
        _ => Reaches.Second(body, value.WritesIn(body), calls),
    };

    private static Finding AskedAgain(DescribedMethod facts, int call) => new(
        $"{facts.Method.Names.DisplayName}: a ValueTask is awaited or asked a second time: its source may serve another operation by then; await it once and keep the result, or call AsTask",
        facts.Body.PlaceOf(call));

    // stloc v; ldloca v; call GetAwaiter: what the compiler makes of every await of a call's result
    private static bool IsJustWritten(BodyFacts body, int slot, int call)
    {
        for (var i = call - 1; i >= 0 && i > call - 8 && body.Blocks.Of(i) == body.Blocks.Of(call); i--)
        {
            if (body.Traced.SlotOf[i] == slot && body.Code.Pushes(i) == 0)
                return true;
        }

        return false;
    }

    private static bool IsOfValueTask(BodyFacts body, BlockingCall blocking) =>
        body.Called(blocking.Call) is { } method && (TaskTypes.IsValueTask(method.DeclaringType) || method.DeclaringType?.SimpleName.IndexOf("ValueTask", StringComparison.Ordinal) >= 0);

    // stfld / stsfld of a type that the author declared; the state machine's own fields are locals in source
    private static string? StoredIn(BodyFacts body, int at) =>
        body.Traced.SlotOf[at] < 0 && body.Interests.MayHoldTask(body.Code.RawOperand(at))
        && body.FieldOf(at) is { } field && TaskTypes.IsValueTask(field.Type) && !field.DeclaringType.SimpleName.StartsWith("<", StringComparison.Ordinal)
            ? field.Name
            : null;

    // Under runtime-async the helper takes the task itself.
    private static SignatureType? AskedType(NamedMethod method) =>
        method is { Name: "Await", DeclaringType.SimpleName: "AsyncHelpers", Parameters: [var task] } ? task : method.DeclaringType;

    // ldloca / ldflda valueTask; call GetAwaiter | ConfigureAwait | AsTask | get_Result
    private static bool Asks(BodyFacts body, int at) =>
        body.Called(at) is { Name: "GetAwaiter" or "ConfigureAwait" or "AsTask" or "get_Result" or "Await" } method && TaskTypes.IsValueTask(AskedType(method));
}
