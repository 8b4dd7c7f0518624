namespace AsyncWeave.Analysis.Layout;

/// <summary>Placed fields in order of their offsets, with the padding between them, so that fields and padding add up to the whole.</summary>
internal sealed record FieldTiling(IReadOnlyList<FieldLayout> Fields, int Padding, long FieldsAtAnyDepth)
{
    /// <param name="end">Bytes of the whole; of a class of its fields, rounded to pointers.</param>
    /// <param name="fillsWhole">The one field is an element that is repeated up to the end: inline arrays and fixed buffers.</param>
    public static FieldTiling Of(TypeLayout? baseLayout, OwnField[] own, long[] offsets, long end, bool fillsWhole)
    {
        var inherited = baseLayout?.Fields.Count ?? 0;
        var fields = new FieldLayout[inherited + own.Length];
        var order = new long[fields.Length];
        for (var i = 0; i < inherited; i++)
            fields[i] = baseLayout!.Fields[i];
        for (var i = 0; i < own.Length; i++)
        {
            var size = fillsWhole ? end : own[i].Shape.Size;
            fields[inherited + i] = new FieldLayout(own[i].Field.Name, own[i].Field.Token, own[i].Type.Name, (int)offsets[i], (int)size, 0, own[i].Nested);
        }

        // Stable, so that fields of an explicit layout that share an offset keep their declaration order.
        for (var i = 0; i < order.Length; i++)
            order[i] = ((long)fields[i].Offset << 32) + i;
        Array.Sort(order, fields);
        return Tile(fields, end, fillsWhole);
    }

    private static FieldTiling Tile(FieldLayout[] fields, long end, bool fillsWhole)
    {
        var covered = 0L;
        var padding = fields.Length > 0 ? fields[0].Offset : end;
        var count = 0L;
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            covered = Math.Max(covered, (long)field.Offset + field.Size);
            var next = i + 1 < fields.Length ? fields[i + 1].Offset : end;
            var gap = (int)Math.Max(next - covered, 0);
            if (field.Padding != gap)
                fields[i] = field with { Padding = gap };
            padding += gap + PaddingInside(field, fillsWhole);
            count = Math.Min(count + 1 + (field.Nested?.FieldsAtAnyDepth ?? 0), long.MaxValue / 4);
        }

        return new FieldTiling(fields, (int)Math.Min(padding, end), count);
    }

    private static long PaddingInside(FieldLayout field, bool repeated) =>
        field.Nested is not { Size: > 0 } nested ? 0
        : repeated ? (long)nested.Padding * (field.Size / nested.Size)
        : nested.Padding;
}
