namespace AsyncWeave.Report.Text;

/// <summary>A run of characters of one style.</summary>
public sealed record TextSpan(string Text, TextStyle Style = TextStyle.Plain);
