namespace AsyncWeave.Analysis.Layout.Rules;

/// <summary>.NET 8, 9 and 10: <c>MethodTableBuilder::PlaceInstanceFields</c> in coreclr/vm/methodtablebuilder.cpp of dotnet/runtime.</summary>
internal sealed class ModernAutoRules : AutoRules
{
    public static ModernAutoRules Instance { get; } = new();

    public override int PlainAlignment(int size, LayoutTarget target) => size;

    public override int StructAlignment(in MemberShape member, LayoutTarget target)
    {
        if (target.IsArm32 && member.RequiresAlign8)
            return 8;
        return member.ContainsReferences ? target.PointerSize : member.Alignment;
    }

    public override long AfterStruct(long end) => end;

    public override int Rounding(bool containsReferences, int widest, LayoutTarget target) =>
        containsReferences ? target.PointerSize : widest;
}
