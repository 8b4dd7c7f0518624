using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Layout.Rules;

/// <summary>
/// The few framework structs that ask for more than their fields do
/// (<c>MethodTableBuilder::CheckForSystemTypes</c>, coreclr/vm/methodtablebuilder.cpp).
/// </summary>
internal static class SpecialAlignment
{
    /// <summary>Bytes; 0 for ordinary types.</summary>
    public static int Of(string @namespace, string name, LayoutTarget target) => @namespace switch
    {
        "System" when name is "Int128" or "UInt128" => target.IsArm32 ? 8 : 16,
        "System.Numerics" when name == "Vector`1" => target.Architecture is Architecture.Arm64 or Architecture.Arm ? 16 : 0,
        "System.Runtime.Intrinsics" => OfVector(name, target.Architecture),
        _ => 0,
    };

    /// <summary>Its size is that of the processor's vectors: 16, 32 or 64 bytes.</summary>
    public static bool DependsOnProcessor(string @namespace, string name, LayoutTarget target) =>
        name == "Vector`1" && @namespace == "System.Numerics" && target.Architecture is Architecture.X64 or Architecture.X86;

    private static int OfVector(string name, Architecture architecture)
    {
        var bytes = name switch { "Vector64`1" => 8, "Vector128`1" => 16, "Vector256`1" => 32, "Vector512`1" => 64, _ => 0 };
        return architecture switch
        {
            Architecture.Arm64 => Math.Min(bytes, 16),
            Architecture.Arm => Math.Min(bytes, 8),
            _ => bytes,
        };
    }
}
