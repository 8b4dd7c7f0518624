using AsyncWeave.Analysis.Layout;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Layout.Crossgen;

/// <summary>Asks for a type, and once for each closed struct inside it.</summary>
internal sealed class LayoutProbes(ProbeModule probe, LayoutEngine engine, ClosedSignatures signatures, int pointerSize)
{
    private readonly HashSet<(string, ModuleDefinition)> asked = [];

    public int Types => asked.Count;

    public List<string> Inexact { get; } = [];

    /// <param name="type">Closed.</param>
    public void Ask(TypeReference type)
    {
        if (type.Resolve() is not { } definition || !asked.Add((type.FullName, definition.Module)))
            return;
        var layout = engine.Of(signatures.Of(type));
        if (!layout.Exact)
        {
            Inexact.Add(type.FullName + ": " + layout.InexactBecause);
            return;
        }

        var closed = probe.Import(type);
        if (layout.IsValueType)
            probe.AskSize(closed, layout.Size);
        foreach (var field in definition.Fields)
        {
            if (field.IsStatic)
                continue;
            var placed = layout.Fields.First(candidate => candidate.Token == field.MetadataToken.ToUInt32() && candidate.Name == field.Name);
            probe.AskOffset(closed, field, placed.Offset + (layout.IsValueType ? 0 : pointerSize));
            if (placed.Nested is not null)
                Ask(TypeArguments.Substitute(field.FieldType, type));
        }
    }
}
