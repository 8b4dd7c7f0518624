using System.Globalization;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Baselines;

/// <summary>One line of a baseline.</summary>
/// <param name="Key">Documentation id, as <see cref="MethodKeys"/> gives it.</param>
/// <param name="Framework">The one target framework that the line speaks of; null for all.</param>
/// <param name="Fields">The fields with their bytes, as <see cref="FieldFacts"/> writes them.</param>
internal sealed record BaselineEntry(string Key, string? Framework, BaselineRow Row, string Fields)
{
    /// <summary>1-based line in the file; 0 where it was not read from one.</summary>
    public int Line { get; init; }

    /// <summary>Equal for methods that measure alike in everything that a line says.</summary>
    public string Shape => string.Format(
        CultureInfo.InvariantCulture, "{0}|{1}|{2}|{3}|{4}", Row.StateMachineSize, Row.Awaits, Row.HoistedFields, Row.SuspensionBytes, Fields);

    public static BaselineEntry Of(string key, MethodReport method) =>
        new(key, null, BaselineMetrics.Measure(method), FieldFacts.Of(method));
}
