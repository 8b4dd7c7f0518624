namespace AsyncWeave.Report.Text;

/// <summary>The words of one row: <c>16-23: string companyId (8 bytes)   parameter</c>.</summary>
internal static class MemoryCellText
{
    private const int ShortestType = 12;

    /// <summary>Shortens the type before it leaves out the role, and the name last: the name and the bytes are what is looked for.</summary>
    public static string Of(MemoryCell cell, int rangeWidth, int width, string ellipsis)
    {
        var place = cell.Range.Length == 0 ? new string(' ', rangeWidth + 2) : DisplayWidth.PadLeft(cell.Range, rangeWidth) + ": ";
        var bytes = $" ({Figures.InWords(cell.Size)})";
        var role = cell.Role.Length == 0 ? 0 : cell.Role.Length + 2;
        var roomForType = width - DisplayWidth.Of(place + cell.Name + bytes) - 1;
        if (roomForType - role >= Math.Min(ShortestType, DisplayWidth.Of(cell.Type)))
        {
            var fitting = place + Join(DisplayWidth.Cut(cell.Type, roomForType - role, ellipsis), cell.Name) + bytes;
            return role == 0 ? fitting : WithRole(fitting, cell.Role, width);
        }

        var type = roomForType < 4 ? "" : DisplayWidth.Cut(cell.Type, roomForType, ellipsis);
        var roomForName = width - DisplayWidth.Of(place + bytes);
        return DisplayWidth.Cut(place + Join(type, DisplayWidth.Cut(cell.Name, Math.Max(4, roomForName), ellipsis)) + bytes, width, ellipsis);
    }

    private static string Join(string type, string name) => type.Length == 0 ? name : $"{type} {name}";

    private static string WithRole(string text, string role, int width) =>
        width == int.MaxValue ? $"{text}  {role}" : DisplayWidth.PadRight(text, width - role.Length) + role;
}
