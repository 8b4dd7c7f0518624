using System.Text.RegularExpressions;
using AsyncWeave.Model;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A call gives a task and nobody keeps it.</summary>
internal sealed class AW2008DroppedTask : IBodyRule
{
    // _ = F();   var t = F();   Task<int> t = F();   t = F();       in Release all of them are call; pop
    private static readonly Regex Assignment = new(@"^(?:[\w.<>,?\[\]() ]+\s+)?[\w.]+\s*=[^=>]", RegexOptions.CultureInvariant);

    public DiagnosticDescriptor Descriptor => DiagnosticTable.DroppedTask;

    public Interest Interest => Interest.DropsTask;

    public IEnumerable<Finding> Check(BodyFacts body) => body.Calls.Mention(Interest.MayGiveTask) ? Find(body) : [];

    private static IEnumerable<Finding> Find(BodyFacts body)
    {
        foreach (var i in body.Calls.Of(Interest.MayGiveTask))
        {
            if (!IsDropped(body, i) || !body.Interests.GivesTask(body.Code.RawOperand(i)) || body.Called(i) is not { } method || IsMeant(body, i))
                continue;
            yield return new Finding(
                $"{BodyIdentity.DisplayName(body)}: the task of {ShortName.OfType(method.DeclaringName)}.{method.Name} is dropped: its failure is lost and nobody waits for its end; await it, keep it, or write _ = to say that it is meant",
                body.PlaceOf(i));
        }
    }

    private static bool IsDropped(BodyFacts body, int call) => body.Next(call) is var next && next < body.Code.Count && body.Code.Op(next) == Code.Pop;

    private static bool IsMeant(BodyFacts body, int call)
    {
        if (body.PlaceOf(call) is not { File: { } file } place || body.Module.Symbols.SourceOf(file)?.Line(place.Line) is not { } line)
            return false;
        return place.Column <= line.Length && Assignment.IsMatch(line.Substring(place.Column - 1));
    }
}
