using System.Globalization;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

/// <summary>A state machine's memory as one bar to scale. SVG, because the page's policy allows no style attributes.</summary>
internal static class MemoryStrip
{
    public static Markup Of(StateMachine machine) =>
        Strip("r-padding", machine.Fields.Select(f => Block(machine, f)));

    /// <summary>One field's place in the whole.</summary>
    public static Markup Of(StateMachine machine, StateMachineField field) => Strip("r-empty", [Block(machine, field)]);

    private static Markup Strip(string ground, IEnumerable<Markup> blocks) => Markup.Of($"""
        <svg class="strip" aria-hidden="true"><rect class="{ground}" width="100%" height="100%"/>{blocks}</svg>
        """);

    private static Markup Block(StateMachine machine, StateMachineField field)
    {
        var start = HeaderOf(machine) + field.Offset;
        return Markup.Of($"""<rect class="{Roles.ClassOf(field.Role)}" x="{Percent(start, machine.Size)}" width="{Percent(field.Size, machine.Size)}" height="100%"/>""");
    }

    // Shares rather than a view box, which would stretch the hatching with the bar.
    private static string Percent(int bytes, int size) =>
        (bytes * 100.0 / Math.Max(size, 1)).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    // A class's offsets count from behind the method table pointer, its size from the object header before that.
    private static int HeaderOf(StateMachine machine) =>
        machine.IsValueType ? 0 : Math.Max(0, machine.Size - machine.Fields.Select(f => f.Offset + f.Size + f.Padding).DefaultIfEmpty(0).Max());
}
