namespace AsyncWeave.Analysis.Layout;

/// <summary>Placed fields in order of their offsets, with the padding between them, so that fields and padding add up to the whole.</summary>
internal sealed record FieldTiling(IReadOnlyList<FieldLayout> Fields, int Padding, long FieldsAtAnyDepth)
{
    /// <param name="end">Bytes of the whole; of a class of its fields, rounded to pointers.</param>
    /// <param name="fillsWhole">The one field is an element that is repeated up to the end: inline arrays and fixed buffers.</param>
    public static FieldTiling Of(TypeLayout? baseLayout, OwnField[] own, long[] offsets, long end, bool fillsWhole)
    {
        var inherited = baseLayout?.Fields.Count ?? 0;
        var order = new long[inherited + own.Length];
        for (var i = 0; i < order.Length; i++)
        {
            // Stable, so that fields of an explicit layout that share an offset keep their declaration order.
            var offset = i < inherited ? baseLayout!.Fields[i].Offset : (int)offsets[i - inherited];
            order[i] = ((long)offset << 32) + i;
        }

        Array.Sort(order);
        var tiles = new Tiles(end, fillsWhole, order.Length);
        for (var place = 0; place < order.Length; place++)
        {
            var (offset, i) = ((int)(order[place] >> 32), (int)order[place]);
            var next = place + 1 < order.Length ? order[place + 1] >> 32 : end;
            if (i < inherited)
                tiles.Add(baseLayout!.Fields[i], next);
            else
                tiles.Add(own[i - inherited], offset, next);
        }

        return tiles.Total();
    }

    /// <summary>Lays one field after the other, and counts.</summary>
    private sealed class Tiles(long end, bool fillsWhole, int count)
    {
        private readonly FieldLayout[] fields = new FieldLayout[count];
        private int next;
        private long covered;
        private long padding;
        private long fieldsAtAnyDepth;

        public void Add(FieldLayout inherited, long following)
        {
            var gap = Cover(inherited.Offset, inherited.Size, inherited.Nested, following);
            fields[next++] = inherited.Padding == gap ? inherited : inherited with { Padding = gap };
        }

        public void Add(in OwnField own, int offset, long following)
        {
            var size = (int)(fillsWhole ? end : own.Shape.Size);
            var gap = Cover(offset, size, own.Nested, following);
            fields[next++] = new FieldLayout(own.Field.Name, own.Field.Token, own.Type.Name, offset, size, gap, own.Nested);
        }

        public FieldTiling Total()
        {
            padding += fields.Length > 0 ? fields[0].Offset : end;
            return new FieldTiling(fields, (int)Math.Min(padding, end), fieldsAtAnyDepth);
        }

        // The padding up to the following field.
        private int Cover(int offset, int size, TypeLayout? nested, long following)
        {
            covered = Math.Max(covered, (long)offset + size);
            var gap = (int)Math.Max(following - covered, 0);
            padding += gap + PaddingInside(size, nested);
            fieldsAtAnyDepth = Math.Min(fieldsAtAnyDepth + 1 + (nested?.FieldsAtAnyDepth ?? 0), long.MaxValue / 4);
            return gap;
        }

        private long PaddingInside(int size, TypeLayout? nested) =>
            nested is not { Size: > 0 } ? 0
            : fillsWhole ? (long)nested.Padding * (size / nested.Size)
            : nested.Padding;
    }
}
