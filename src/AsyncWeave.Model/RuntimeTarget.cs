namespace AsyncWeave.Model;

/// <summary>The runtime and architecture whose layouts are computed; never those of the machine that builds.</summary>
/// <param name="Framework">Moniker: <c>net8.0</c>, <c>net9.0</c>, <c>net10.0</c>, <c>net462</c> … <c>net481</c>, <c>netcoreapp3.1</c>, <c>netcoreapp2.1</c>.</param>
public sealed record RuntimeTarget(string Framework, Architecture Architecture)
{
    /// <summary>Bytes.</summary>
    public int PointerSize => Architecture is Architecture.X64 or Architecture.Arm64 ? 8 : 4;
}

public enum Architecture
{
    X64,
    Arm64,
    X86,
    Arm,
}
