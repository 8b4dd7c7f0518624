using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Model;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>
/// Tells whether every way to the method's result goes straight from an await to it, so that the awaited task could be
/// returned in the method's stead.
/// </summary>
internal sealed class TailAwaits
{
    private readonly DescribedMethod facts;
    private readonly BodyFacts body;
    private readonly List<int> tails = [];

    private TailAwaits(DescribedMethod facts)
    {
        this.facts = facts;
        body = facts.Body;
    }

    /// <summary>The <c>GetResult</c> calls that end the method; null where something else can end it, or the types forbid.</summary>
    public static IReadOnlyCollection<int>? Find(DescribedMethod facts)
    {
        if (facts.Method.Kind != MethodKind.Async || facts.Flow.Suspensions.Count == 0 || facts.ReturnsNothing)
            return null;
        foreach (var suspension in facts.Flow.Suspensions)
        {
            if (suspension.Await is not { Region: AwaitRegion.Body, InLoop: false, Syntax: AwaitSyntax.Await })
                return null;
        }

        var search = new TailAwaits(facts);
        search.CollectTails();
        if (search.tails.Count != facts.Flow.Suspensions.Count || search.IsProtected() || search.EndsOtherwise())
            return null;
        return facts.Module.NameOf(facts.Method.KickoffHandle) != "<Main>$" // top-level statements have no task to return
            && facts.Flow.Suspensions.All(search.CanReturn) ? search.tails : null;
    }

    // The awaited value is the return type itself, or a Task<T> where a Task is returned: the only conversions that keep the object.
    private bool CanReturn(Suspension suspension)
    {
        if (suspension.GetAwaiter is not { } getAwaiter || body.Called(getAwaiter.Index) is not { DeclaringType: { } awaitable })
            return false;
        var returned = facts.Module.Signatures.OfMethod(facts.Module.Metadata.GetMethodDefinition(facts.Method.KickoffHandle).Signature).ReturnType;
        if (TaskTypes.IsConfigured(awaitable))
            return !IsConfiguredByOthers(suspension) && SameArguments(awaitable, returned, Unconfigured(awaitable));
        return (TaskTypes.IsTask(awaitable) && facts.Report.ReturnType == "System.Threading.Tasks.Task") || NameInBody(awaitable) == facts.Report.ReturnType;
    }

    // ConfigureAwait itself is looked through; what else gives a configured awaitable may do more.
    private bool IsConfiguredByOthers(Suspension suspension) =>
        suspension.OperationCall is { } call && TaskTypes.IsConfigured(body.CalledOrMade(call.Index)?.ReturnType);

    private static string Unconfigured(SignatureType awaitable) => awaitable.SimpleName.StartsWith("ConfiguredValueTask", StringComparison.Ordinal) ? "ValueTask" : "Task";

    private bool SameArguments(SignatureType configured, SignatureType returned, string task)
    {
        if (!TaskTypes.IsTaskLike(returned) || !returned.SimpleName.StartsWith(task, StringComparison.Ordinal))
            return false;
        if (returned is not InstanceSignature result)
            return task == "Task" || configured is not InstanceSignature;
        return configured is InstanceSignature awaited && NameInBody(awaited.Arguments[0]) == NameInKickoff(result.Arguments[0]);
    }

    // Type parameters are told apart by their names: the state machine has those of its method, under the same names.
    private string NameInBody(SignatureType type) => FullTypeName.Of(type, new GenericNames(facts.Module.Metadata, facts.Method.StateMachineHandle, default));

    private string NameInKickoff(SignatureType type)
    {
        var kickoff = facts.Method.KickoffHandle;
        return FullTypeName.Of(type, new GenericNames(facts.Module.Metadata, facts.Module.Metadata.GetMethodDefinition(kickoff).GetDeclaringType(), kickoff));
    }

    // A using, a lock or a try around the await: what follows it would run before the task is done.
    private bool IsProtected()
    {
        foreach (var handler in body.Code.Handlers.Where(handler => !body.HandsToBuilder(handler)))
        {
            if (facts.Flow.Suspensions.Any(suspension => handler.Protects(suspension.Site.Index)))
                return true;
        }

        return false;
    }

    private void CollectTails()
    {
        foreach (var call in body.Calls.Of(Interest.GetResult))
        {
            if (LeavesAtOnce(call))
                tails.Add(call);
        }
    }

    // call GetResult; (pop | stloc r | Debug: stfld <>s__1; ldarg.0; ldfld <>s__1; stloc r)?; (br)*; leave     and no statement of the author's between
    private bool LeavesAtOnce(int getResult)
    {
        var at = getResult;
        for (var steps = 0; steps < 16; steps++)
        {
            at = body.Next(at);
            if (at >= body.Code.Count || (at > getResult && StartsStatement(at)))
                return false;
            switch (body.Code.Op(at))
            {
                case Code.Leave or Code.Leave_S:
                    return !LeavesTry(at);
                case Code.Br or Code.Br_S:
                    at = body.Code.Target(at) - 1;
                    break;
                case Code.Pop or Code.Ldarg_0 or Code.Stloc or Code.Stloc_S or Code.Stloc_0 or Code.Stloc_1 or Code.Stloc_2 or Code.Stloc_3
                    or Code.Ldloc or Code.Ldloc_S or Code.Ldloc_0 or Code.Ldloc_1 or Code.Ldloc_2 or Code.Ldloc_3:
                    break;
                case Code.Ldc_I4_1 when body.Code.Op(body.Next(at)) is Code.Brtrue or Code.Brtrue_S: // Debug: a place to stop at behind a switch expression
                    at = body.Code.Target(body.Next(at)) - 1;
                    break;
                case Code.Ldnull when body.Code.Op(body.Next(at)) is Code.Stfld: // Debug: a spill let go of
                    break;
                case Code.Stfld or Code.Ldfld when body.FieldOf(at) is { Name: var name } && name.StartsWith("<>s__", StringComparison.Ordinal):
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    // using var r = await F();      the leave of an empty try runs the finally that disposes of r
    private bool LeavesTry(int leave) => body.Code.Handlers.Any(handler => handler.Protects(leave) && !body.HandsToBuilder(handler));

    /// <summary>A visible point that is more than a closing brace, a bare return, or part of another statement.</summary>
    private bool StartsStatement(int instruction) =>
        body.Traced.Places.Covering(instruction) is { IsHidden: false } point
        && point.Offset == body.Code.Offset(instruction)
        && !(point.Line == point.EndLine && point.EndColumn == point.Column + 1)
        && body.Code.Op(instruction) is not (Code.Leave or Code.Leave_S or Code.Br or Code.Br_S)
        && !body.Traced.Places.VisibleIn(0, body.Code.Count).Any(other => IsPart(point, other));

    // return x switch { A => await F(), _ => await G() };      the arms have points of their own
    private static bool IsPart(SourcePoint inner, SourcePoint outer)
    {
        var (before, behind) = ((outer.Line, outer.Column).CompareTo((inner.Line, inner.Column)), (outer.EndLine, outer.EndColumn).CompareTo((inner.EndLine, inner.EndColumn)));
        return before <= 0 && behind >= 0 && (before, behind) != (0, 0);
    }

    // Walks the instructions without exceptions: is SetResult reached by a way on which no tail await stands?
    private bool EndsOtherwise()
    {
        var seen = new bool[body.Code.Count];
        var ahead = new Stack<int>();
        ahead.Push(0);
        while (ahead.Count > 0)
        {
            var at = ahead.Pop();
            if (at >= body.Code.Count || seen[at] || tails.Contains(at))
                continue;
            seen[at] = true;
            if (body.NameOfCalled(at) == "SetResult")
                return true;
            CodePaths.Push(body, at, ahead);
        }

        return false;
    }
}
