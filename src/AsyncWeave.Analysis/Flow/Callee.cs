using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Flow;

/// <summary>A called method as its token says: the name and the counts, not the types.</summary>
/// <param name="Name">Empty for a function pointer.</param>
/// <param name="DeclaringType">Definition, reference or specification.</param>
/// <param name="Parameters">Without the receiver.</param>
internal sealed record Callee(string Name, EntityHandle DeclaringType, int Parameters, bool HasThis, bool ReturnsVoid)
{
    /// <summary>No method: takes nothing and gives nothing.</summary>
    public static Callee Unknown { get; } = new("", default, 0, HasThis: false, ReturnsVoid: true);

    public CalleeRole Role { get; init; }

    /// <summary>A generic method's instantiation as it stands in the metadata; nil where it is none.</summary>
    public BlobHandle TypeArguments { get; init; }
}
