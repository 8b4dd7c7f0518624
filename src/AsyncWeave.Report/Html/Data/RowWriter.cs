using System.Globalization;
using System.Text.Json;

namespace AsyncWeave.Report.Html.Data;

/// <summary>Writes rows: arrays whose places have meanings, texts as numbers of the table.</summary>
internal sealed class RowWriter(Utf8JsonWriter json, StringTable strings, StructTable structs)
{
    public StructTable Structs => structs;

    public void Rows<T>(IEnumerable<T> items, Action<T> writeCells)
    {
        json.WriteStartArray();
        foreach (var item in items)
            Row(() => writeCells(item));
        json.WriteEndArray();
    }

    public void Row(Action writeCells)
    {
        json.WriteStartArray();
        writeCells();
        json.WriteEndArray();
    }

    public void Text(string? text) => json.WriteNumberValue(strings.NumberOf(text));

    public void Number(int number) => json.WriteNumberValue(number);

    public void Number(int? number)
    {
        if (number is { } value)
            json.WriteNumberValue(value);
        else
            json.WriteNullValue();
    }

    public void Flag(bool? flag)
    {
        if (flag is { } value)
            json.WriteNumberValue(value ? 1 : 0);
        else
            json.WriteNullValue();
    }

    public void Nothing() => json.WriteNullValue();

    public void Numbers(IEnumerable<int> numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    /// <summary>A metadata token as a number; a text of any other form stays text.</summary>
    public void Token(string token)
    {
        if (token.StartsWith("0x", StringComparison.Ordinal)
            && uint.TryParse(token[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && token == "0x" + value.ToString("x8", CultureInfo.InvariantCulture))
            json.WriteNumberValue(value);
        else
            json.WriteStringValue(token);
    }
}
