using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>The whole object is kept alive while only a readonly field or two of it are asked for, which could be read first.</summary>
internal sealed class AW2012ThisHeld : IMethodRule
{
    private const int MostFields = 2;

    public DiagnosticDescriptor Descriptor => DiagnosticTable.ThisHeld;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        if (Held(facts) is not { } held || HeldField.SlotOf(facts.Body, held) is not (>= 0 and var slot))
            return [];
        if (facts.Body.Traced.Slots.IsStruct(slot) || FieldsRead(facts.Body, slot) is not { Count: > 0 and <= MostFields } read)
            return [];

        return [new Finding(
            $"{facts.Method.Names.DisplayName}: this is kept alive across {HeldField.Awaits(held)} only to read {string.Join(" and ", read)}, readonly: read {(read.Count == 1 ? "it" : "them")} into locals before the first await, and the object and all it holds can be collected meanwhile",
            null, 0)];
    }

    private static StateMachineField? Held(DescribedMethod facts)
    {
        foreach (var field in facts.Report.StateMachine?.Fields ?? [])
        {
            if (field is { Role: FieldRole.This, LiveAcross.Count: > 0 })
                return field;
        }

        return null;
    }

    // ldarg.0; ldfld <>4__this; ldfld readonly          anything else asks for the object itself
    private static SortedSet<string>? FieldsRead(BodyFacts body, int slot)
    {
        SortedSet<string>? fields = null;
        foreach (var use in body.Traced.UsesOf(slot))
        {
            if (use.IsWrite)
                return null;
            // The load stands right in front of what it is for: anything but a field's read takes the object itself, or passes it on.
            var taker = body.Next(use.Instruction);
            if (taker >= body.Code.Count || IsAliasStore(body, taker))
                continue;
            if (body.Code.Op(taker) != Code.Ldfld || body.FieldOf(taker) is not { } field || !IsReadonly(body, taker))
                return null;
            (fields ??= new(StringComparer.Ordinal)).Add(NameOf(field.Name));
        }

        return fields;
    }

    // Release: ldarg.0; ldfld <>4__this; stloc.1 at the head, once for each entry
    private static bool IsAliasStore(BodyFacts body, int consumer) =>
        body.Code.Op(consumer) is Code.Stloc or Code.Stloc_S or Code.Stloc_0 or Code.Stloc_1 or Code.Stloc_2 or Code.Stloc_3;

    private static bool IsReadonly(BodyFacts body, int load)
    {
        if (body.Code.Module.Fields.Of(body.Code.RawOperand(load)) is > 0 and var own)
            return (body.Module.Metadata.GetFieldDefinition(MetadataTokens.FieldDefinitionHandle(own)).Attributes & FieldAttributes.InitOnly) != 0;
        return MetadataTokens.EntityHandle(body.Code.RawOperand(load)) is { Kind: HandleKind.MemberReference } reference
            && body.Module.Rows.FieldBehind(body.Module.Metadata.GetMemberReference((MemberReferenceHandle)reference)) is { } foreign
            && (foreign.Definition.Attributes & FieldAttributes.InitOnly) != 0;
    }

    // <Name>k__BackingField is a get-only property
    private static string NameOf(string field) =>
        field.StartsWith("<", StringComparison.Ordinal) && field.IndexOf('>') is > 1 and var end ? field.Substring(1, end - 1) : field;
}
