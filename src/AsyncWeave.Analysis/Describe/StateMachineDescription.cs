using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Describe;

/// <summary>Joins what Layout and Flow found of a state machine into the model's record.</summary>
internal static class StateMachineDescription
{
    public static StateMachine Of(TypeDefinition type, TypeLayout layout, MethodFlow flow, int pointerSize, Func<FieldDefinition, int> savesBytes)
    {
        var definitions = type.Fields.Where(f => !f.IsStatic).ToDictionary(f => f.MetadataToken.ToUInt32());
        var end = layout.IsValueType ? layout.Size : layout.HeapSize - 2 * pointerSize;
        var fields = layout.Fields
            .Select((field, i) => Describe(field, PaddingBehind(layout.Fields, i, end), definitions, flow, savesBytes))
            .ToList();
        return new StateMachine(
            TokenText.Of(type.MetadataToken.ToUInt32()),
            type.FullName,
            layout.IsValueType,
            layout.IsValueType ? layout.Size : layout.HeapSize,
            layout.Alignment,
            fields.Sum(f => f.Padding) + (fields.Count == 0 ? end : fields[0].Offset),
            layout.ContainsReferences,
            layout.Exact,
            layout.InexactBecause,
            layout.Assumes,
            fields);
    }

    private static int PaddingBehind(IReadOnlyList<FieldLayout> fields, int index, int end)
    {
        var next = index + 1 < fields.Count ? fields[index + 1].Offset : end;
        return Math.Max(0, next - fields[index].Offset - fields[index].Size);
    }

    private static StateMachineField Describe(
        FieldLayout field, int padding, Dictionary<uint, FieldDefinition> definitions, MethodFlow flow, Func<FieldDefinition, int> savesBytes)
    {
        if (!definitions.TryGetValue(field.Token, out var definition) || definition.Name != field.Name)
            return Nested(field) with { Padding = padding };
        var (role, sourceName) = NamedRole.Of(definition);
        flow.Fields.TryGetValue(definition.MetadataToken, out var life);
        return Nested(field) with
        {
            Padding = padding,
            Role = role,
            SourceName = sourceName,
            LiveAcross = life?.LiveAcross ?? [],
            FirstWriteLine = life?.FirstWriteLine,
            LastReadLine = life?.LastReadLine,
            SavesBytes = savesBytes(definition),
        };
    }

    private static StateMachineField Nested(FieldLayout field) => new(
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
        field.Nested is null ? [] : field.Nested.Fields.Select(Nested).ToList());
}
