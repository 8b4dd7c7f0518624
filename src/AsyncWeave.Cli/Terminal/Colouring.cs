using AsyncWeave.Report.Text;
using Spectre.Console;

namespace AsyncWeave.Cli.Terminal;

/// <summary>The colour of each meaning; readable on dark and on light backgrounds.</summary>
internal static class Colouring
{
    private static readonly Dictionary<TextStyle, Style> Styles = new()
    {
        [TextStyle.Plain] = Style.Plain,
        [TextStyle.Heading] = new Style(decoration: Decoration.Bold),
        [TextStyle.Faint] = new Style(Color.Grey),
        [TextStyle.Number] = new Style(decoration: Decoration.Bold),
        [TextStyle.Good] = new Style(Color.Green),
        [TextStyle.Concern] = new Style(Color.DarkOrange),
        [TextStyle.Bad] = new Style(Color.Red, decoration: Decoration.Bold),
        [TextStyle.StateField] = new Style(Color.Grey),
        [TextStyle.BuilderField] = new Style(Color.DarkCyan),
        [TextStyle.ThisField] = new Style(Color.MediumPurple),
        [TextStyle.ParameterField] = new Style(Color.DodgerBlue1),
        [TextStyle.LocalField] = new Style(Color.Green),
        [TextStyle.SpillField] = new Style(Color.DarkOrange),
        [TextStyle.AwaiterField] = new Style(Color.DarkCyan),
        [TextStyle.Padding] = new Style(Color.Grey, decoration: Decoration.Italic),
    };

    public static Style Of(TextStyle style) => Styles[style];
}
