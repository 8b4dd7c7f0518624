using System.Globalization;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Report.Html.Data;

/// <summary>Writes rows: arrays whose places have meanings, texts as numbers of the table.</summary>
internal sealed class RowWriter(JsonTextWriter json, StringTable strings, StructTable structs)
{
    public StructTable Structs => structs;

    public void Rows<T>(IEnumerable<T> items, Action<T> writeCells)
    {
        json.StartArray();
        foreach (var item in items)
            Row(item, writeCells);
        json.EndArray();
    }

    public void Row<T>(T item, Action<T> writeCells)
    {
        json.StartArray();
        writeCells(item);
        json.EndArray();
    }

    public void Text(string? text) => json.Number(strings.NumberOf(text));

    public void Number(int? number) => json.Number(number);

    public void Flag(bool? flag) => json.Number(flag is { } value ? value ? 1 : 0 : null);

    public void Nothing() => json.Number(null);

    public void Numbers(IEnumerable<int> numbers)
    {
        json.StartArray();
        foreach (var number in numbers)
            json.Number(number);
        json.EndArray();
    }

    /// <summary>A metadata token as a number; a text of any other form stays text.</summary>
    public void Token(string token)
    {
        if (token.StartsWith("0x", StringComparison.Ordinal)
            && uint.TryParse(token[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && token == "0x" + value.ToString("x8", CultureInfo.InvariantCulture))
            json.Number(value);
        else
            json.String(token);
    }
}
