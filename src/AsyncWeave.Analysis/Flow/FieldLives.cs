using Mono.Cecil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>For every field of the state machine why it is there.</summary>
internal static class FieldLives
{
    public static IReadOnlyDictionary<MetadataToken, FieldLife> Of(TracedBody body, SourceGraph? drawn, Suspensions suspensions, int stateSlot)
    {
        var across = drawn is null ? null : new LivesAcross(drawn, suspensions);
        var lives = new Dictionary<MetadataToken, FieldLife>(body.Slots.Fields.Count);
        for (var slot = 0; slot < body.Slots.Fields.Count; slot++)
        {
            lives[body.Slots.Fields[slot].MetadataToken] = slot == stateSlot
                ? LifeOfState(body.Slots.Fields[slot], suspensions)
                : Life(body, slot, across?.Of(body.UsesOf(slot)) ?? []);
        }

        return lives;
    }

    // The dispatch, which the graph leaves out, reads the state after every suspension.
    private static FieldLife LifeOfState(FieldDefinition field, Suspensions suspensions) =>
        new(field, [.. Enumerable.Range(0, suspensions.List.Count)], null, null, IsRead: true, IsWritten: true);

    private static FieldLife Life(TracedBody body, int slot, IReadOnlyList<int> live)
    {
        int? firstWrite = null, lastRead = null;
        var (isRead, isWritten) = (false, false);
        foreach (var use in body.UsesOf(slot))
        {
            (isRead, isWritten) = (isRead || !use.IsWrite, isWritten || use.IsWrite);
            if (body.Places.Covering(use.Instruction) is not { IsHidden: false, Line: var line })
                continue;
            if (use.IsWrite && !(firstWrite <= line))
                firstWrite = line;
            if (!use.IsWrite && !(lastRead >= line))
                lastRead = line;
        }

        return new FieldLife(body.Slots.Fields[slot], live, firstWrite, lastRead, isRead, isWritten);
    }
}
