namespace AsyncWeave.Analysis.Layout.Rules;

/// <summary>
/// .NET Framework and .NET Core up to 3.1: the same routine as it stood in src/vm/methodtablebuilder.cpp of dotnet/coreclr.
/// Structs inside stand at pointers' multiples, whatever they hold.
/// </summary>
internal sealed class LegacyAutoRules : AutoRules
{
    public static LegacyAutoRules Instance { get; } = new();

    // On x86 longs and doubles of an automatic layout stand at multiples of 4; the routine aligns by min(size, pointer).
    public override int PlainAlignment(int size, LayoutTarget target) =>
        target.IsArm32 ? size : Math.Min(size, target.PointerSize);

    public override int StructAlignment(in MemberShape member, LayoutTarget target) =>
        target.IsArm32 && member.RequiresAlign8 ? 8 : target.PointerSize;

    public override long AfterStruct(long end) => Placement.Up(end, 4);

    public override int Rounding(bool containsReferences, int widest, LayoutTarget target) => target.PointerSize;
}
