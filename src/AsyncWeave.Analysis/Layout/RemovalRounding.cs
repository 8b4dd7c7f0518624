using AsyncWeave.Analysis.Layout.Rules;

namespace AsyncWeave.Analysis.Layout;

/// <summary>Rounds the end of an automatic layout that lacks one field, where that field does not decide how ends are rounded.</summary>
internal sealed class RemovalRounding
{
    private readonly InstanceShape shape;
    private readonly AutoRules rules;
    private readonly LayoutTarget target;
    private readonly int withReferences;
    private readonly int withAlign8;
    private readonly int widest;
    private readonly int ofWidest;

    public RemovalRounding(InstanceShape shape, AutoRules rules, LayoutTarget target)
    {
        this.shape = shape;
        this.rules = rules;
        this.target = target;
        widest = AutoLayout.WidestOf(shape.Members, rules, target);
        withReferences = shape.Base is { ContainsReferences: true } ? 1 : 0;
        foreach (var member in shape.Members)
        {
            withReferences += member.ContainsReferences ? 1 : 0;
            withAlign8 += member.RequiresAlign8 ? 1 : 0;
            ofWidest += AutoLayout.WidthOf(member, rules, target) == widest ? 1 : 0;
        }
    }

    /// <summary>Bytes; null where the field is the only one of its kind and the rest has to be looked at anew.</summary>
    public long? Round(int member, long end)
    {
        if (!shape.IsValueType)
            return end - (target.IsArm32 ? 4 : 0);
        var removed = shape.Members[member];
        var isDecisive = removed.ContainsReferences && withReferences == 1
            || removed.RequiresAlign8 && withAlign8 == 1
            || withReferences == 0 && AutoLayout.WidthOf(removed, rules, target) == widest && ofWidest == 1;
        if (isDecisive)
            return null;
        return Placement.Up(Math.Max(end, 1), AutoLayout.RoundingOf(shape, end, widest, rules, target));
    }
}
