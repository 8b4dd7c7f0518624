namespace AsyncWeave.Report.Text;

/// <summary>What a piece of text means; a terminal gives it a colour, a file drops it.</summary>
public enum TextStyle
{
    Plain,
    Heading,
    Faint,
    Number,
    Good,
    Concern,
    Bad,
    StateField,
    BuilderField,
    ThisField,
    ParameterField,
    LocalField,
    SpillField,
    AwaiterField,
    Padding,
}
