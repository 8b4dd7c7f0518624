using AsyncWeave.Analysis.Layout.Rules;

namespace AsyncWeave.Analysis.Layout;

/// <summary>Rounds the end of an automatic layout that lacks one field, where that field does not decide how ends are rounded.</summary>
internal sealed class RemovalRounding(InstanceShape shape, AutoRules rules, LayoutTarget target)
{
    private readonly int withReferences = shape.Members.Count(member => member.ContainsReferences) + (shape.Base is { ContainsReferences: true } ? 1 : 0);
    private readonly int withAlign8 = shape.Members.Count(member => member.RequiresAlign8);
    private readonly int widest = AutoLayout.WidestOf(shape.Members, rules, target);
    private readonly int ofWidest = CountOf(AutoLayout.WidestOf(shape.Members, rules, target), shape, rules, target);

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

    private static int CountOf(int width, InstanceShape shape, AutoRules rules, LayoutTarget target) =>
        shape.Members.Count(member => AutoLayout.WidthOf(member, rules, target) == width);
}
