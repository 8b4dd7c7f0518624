namespace AsyncWeave.Analysis.Layout.Rules;

/// <summary>What the two generations of the runtime do differently when they order fields themselves.</summary>
internal abstract class AutoRules
{
    public static AutoRules Of(LayoutTarget target) => target.IsLegacy ? LegacyAutoRules.Instance : ModernAutoRules.Instance;

    /// <summary>Bytes to whose multiple a primitive of a size is moved.</summary>
    public abstract int PlainAlignment(int size, LayoutTarget target);

    /// <summary>Bytes to whose multiple a struct inside is moved.</summary>
    public abstract int StructAlignment(in MemberShape member, LayoutTarget target);

    /// <summary>Where the next struct is looked for.</summary>
    public abstract long AfterStruct(long end);

    /// <summary>Bytes to whose multiple a struct bigger than a pointer is rounded.</summary>
    /// <param name="widest">The largest alignment that was used inside; a pointer's for primitives.</param>
    public abstract int Rounding(bool containsReferences, int widest, LayoutTarget target);
}
