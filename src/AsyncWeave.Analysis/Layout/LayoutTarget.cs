using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Layout;

/// <summary>What of a runtime and architecture the layout rules ask for.</summary>
/// <param name="PointerSize">Bytes.</param>
/// <param name="IsLegacy">.NET Framework and .NET Core up to 3.1: the older rule set.</param>
internal sealed record LayoutTarget(Architecture Architecture, int PointerSize, bool IsLegacy)
{
    /// <summary>32-bit arm is the one that keeps 8-byte values at multiples of 8 on a heap that is aligned to 4.</summary>
    public bool IsArm32 => Architecture == Architecture.Arm;

    public static LayoutTarget Of(RuntimeTarget target) => new(target.Architecture, target.PointerSize, IsLegacyFramework(target.Framework));

    private static bool IsLegacyFramework(string framework) =>
        framework.StartsWith("netcoreapp", StringComparison.Ordinal) || !framework.Contains('.');
}
