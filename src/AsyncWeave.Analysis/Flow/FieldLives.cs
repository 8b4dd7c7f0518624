namespace AsyncWeave.Analysis.Flow;

/// <summary>For every field of the state machine why it is there.</summary>
internal static class FieldLives
{
    /// <returns>In the order of the fields' rows.</returns>
    public static IReadOnlyList<FieldLife> Of(TracedBody body, SourceGraph? drawn, Suspensions suspensions, int stateSlot)
    {
        var across = drawn is null ? null : new LivesAcross(drawn, suspensions, body.Buffers);
        var lives = new FieldLife[body.Slots.Fields];
        for (var slot = 0; slot < lives.Length; slot++)
            lives[slot] = slot == stateSlot ? LifeOfState(body, slot, suspensions) : Life(body, slot, across?.Of(body.UsesOf(slot)) ?? []);
        return lives;
    }

    // The dispatch, which the graph leaves out, reads the state after every suspension.
    private static FieldLife LifeOfState(TracedBody body, int slot, Suspensions suspensions) =>
        new(body.Slots.TokenOf(slot), All(suspensions.List.Count), null, null, IsRead: true, IsWritten: true);

    private static int[] All(int awaits)
    {
        var all = new int[awaits];
        for (var i = 0; i < awaits; i++)
            all[i] = i;
        return all;
    }

    private static FieldLife Life(TracedBody body, int slot, IReadOnlyList<int> live)
    {
        int? firstWrite = null, lastRead = null;
        var (isRead, isWritten) = (false, false);
        foreach (var use in body.UsesOf(slot))
        {
            (isRead, isWritten) = (isRead || !use.IsWrite, isWritten || use.IsWrite);
            if (body.Places.LineOf(use.Instruction) is not (> 0 and var line))
                continue;
            if (use.IsWrite && !(firstWrite <= line))
                firstWrite = line;
            if (!use.IsWrite && !(lastRead >= line))
                lastRead = line;
        }

        return new FieldLife(body.Slots.TokenOf(slot), live, firstWrite, lastRead, isRead, isWritten);
    }
}
