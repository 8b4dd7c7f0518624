using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Describe;

/// <summary>Joins what Layout and Flow found of a state machine into the model's record.</summary>
internal static class StateMachineDescription
{
    // Written out, a hostile struct of structs has more fields than memory; no real state machine has a hundredth of these.
    private const long MostFieldsWrittenOut = 100_000;

    /// <param name="savedBytes">By raw field token.</param>
    public static StateMachine Of(TypeDefinition type, TypeLayout layout, MethodFlow flow, IReadOnlyDictionary<uint, int> savedBytes)
    {
        var definitions = type.Fields.Where(f => !f.IsStatic).ToDictionary(f => f.MetadataToken.ToUInt32());
        var withNested = layout.FieldsAtAnyDepth <= MostFieldsWrittenOut;
        var fields = layout.Fields.Select(field => Describe(field, withNested, definitions, flow, savedBytes)).ToList();
        return new StateMachine(
            TokenText.Of(type.MetadataToken.ToUInt32()),
            type.FullName,
            layout.IsValueType,
            layout.IsValueType ? layout.Size : layout.HeapSize,
            layout.Alignment,
            layout.Padding,
            layout.ContainsReferences,
            layout.Exact,
            layout.InexactBecause,
            layout.Assumes,
            fields);
    }

    private static StateMachineField Describe(
        FieldLayout field, bool withNested, Dictionary<uint, FieldDefinition> definitions, MethodFlow flow, IReadOnlyDictionary<uint, int> savedBytes)
    {
        var placed = withNested ? Placed(field) : Placed(field with { Nested = null });
        if (!definitions.TryGetValue(field.Token, out var definition) || definition.Name != field.Name)
            return placed;
        var (role, sourceName) = NamedRole.Of(definition);
        flow.Fields.TryGetValue(definition.MetadataToken, out var life);
        return placed with
        {
            Role = role,
            SourceName = sourceName,
            LiveAcross = life?.LiveAcross ?? [],
            FirstWriteLine = life?.FirstWriteLine,
            LastReadLine = life?.LastReadLine,
            SavesBytes = savedBytes.TryGetValue(field.Token, out var saved) ? saved : 0,
        };
    }

    private static StateMachineField Placed(FieldLayout field) => new(
        field.Name,
        TokenText.Of(field.Token),
        FieldRole.Other,
        SourceName: null,
        field.Type,
        field.Offset,
        field.Size,
        field.Padding,
        LiveAcross: [],
        FirstWriteLine: null,
        LastReadLine: null,
        SavesBytes: 0,
        field.Nested is null ? [] : field.Nested.Fields.Select(Placed).ToList());
}
