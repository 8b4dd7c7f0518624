using System.Globalization;
using AsyncWeave.Analysis.Reading.Signatures;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Names the variable behind a task on the stack, so that two mentions of one task can be told to be the same.</summary>
internal static class TaskKey
{
    private const int Longest = 12;

    /// <summary>Null for a value that stands in no variable.</summary>
    public static string? Of(BodyFacts body, int producer)
    {
        for (var step = 0; step < Longest && producer >= 0; step++)
        {
            switch (body.Code.Op(producer))
            {
                case Code.Call or Code.Callvirt when body.Called(producer) is { } method:
                    if (!LooksThrough(method))
                        return method.Name.StartsWith("get_", StringComparison.Ordinal) && method.Parameters.IsEmpty ? "p:" + NameIn(body, method.DeclaringType) + method.Name : "c:" + Number(producer);
                    producer = body.Trace.Argument(producer, 0);
                    break;
                case Code.Castclass or Code.Isinst or Code.Unbox_Any or Code.Ldobj:
                    producer = body.Trace.Operand(producer, 0);
                    break;
                case Code.Ldelem_Ref or Code.Ldelem_Any or Code.Ldelema:
                    producer = body.Trace.Operand(producer, 1);
                    break;
                default:
                    return OfVariable(body, producer);
            }
        }

        return null;
    }

    private static string? OfVariable(BodyFacts body, int at)
    {
        if (body.Traced.SlotOf[at] is not (>= 0 and var slot))
            return body.FieldOf(at) is { } field ? "f:" + NameIn(body, field.DeclaringType) + field.Name : "c:" + Number(at);
        return Behind(body, slot, at) ?? "s:" + Number(slot);
    }

    // A variable that is written once is what was written; a temporary may hold an awaiter, or copy another variable.
    private static string? Behind(BodyFacts body, int slot, int reader)
    {
        var store = body.Origins.StoreSeenBy(slot, reader);
        if (store < 0 || body.Trace.Operand(store, 0) is not (>= 0 and var made) || made >= reader)
            return null;
        if (IsOnlyStore(body, slot, store))
            return Of(body, made);
        return body.Called(made) is { } call && LooksThrough(call) && body.Trace.Argument(made, 0) is >= 0 and var receiver && receiver < made
            ? Of(body, receiver)
            : null;
    }

    private static bool IsOnlyStore(BodyFacts body, int slot, int store)
    {
        foreach (var use in body.Traced.UsesOf(slot))
        {
            if (use.IsWrite && use.Instruction != store && !IsClearing(body, use.Instruction))
                return false;
        }

        return true;
    }

    private static bool IsClearing(BodyFacts body, int store) =>
        body.Code.Op(store) == Code.Initobj || (body.Trace.Operand(store, 0) is >= 0 and var made && body.Code.Op(made) == Code.Ldnull);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string NameIn(BodyFacts body, SignatureType? type) => type is null ? "" : FullTypeName.Of(type, new GenericNames(body.Module.Metadata, default, default)) + "::";

    private static bool LooksThrough(NamedMethod method) => method.Name switch
    {
        "GetAwaiter" or "ConfigureAwait" or "AsTask" or "Preserve" => true,
        "get_Item" or "GetEnumerator" or "get_Current" => method.HasThis, // an element is as complete as the list that was waited for
        "Where" or "ToArray" or "ToList" => method.DeclaringName == "System.Linq.Enumerable",
        _ => false,
    };
}
