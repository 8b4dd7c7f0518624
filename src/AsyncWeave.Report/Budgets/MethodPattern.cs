using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>A pattern for <c>Namespace.Type.Method</c> with <c>*</c> for any run of characters and <c>?</c> for one.</summary>
public sealed class MethodPattern : IComparable<MethodPattern>
{
    private readonly int _stars;
    private readonly int _questionMarks;

    public MethodPattern(string text)
    {
        Text = text;
        _stars = text.Count(c => c == '*');
        _questionMarks = text.Count(c => c == '?');
    }

    public string Text { get; }

    public bool HasWildcard => _stars + _questionMarks > 0;

    /// <summary>By its own name, or by that of the method that a lambda or local function stands in.</summary>
    public bool Matches(MethodReport method) => PatternTarget.NamesOf(method).Any(Matches);

    /// <summary>Runs in time of the product of both lengths at worst.</summary>
    public bool Matches(string name)
    {
        var pattern = 0;
        var star = -1;
        var afterStar = 0;
        for (var i = 0; i < name.Length;)
        {
            if (pattern < Text.Length && Text[pattern] == '*')
            {
                star = pattern++;
                afterStar = i;
            }
            else if (pattern < Text.Length && (Text[pattern] == '?' || Text[pattern] == name[i]))
            {
                pattern++;
                i++;
            }
            else if (star >= 0)
            {
                pattern = star + 1;
                i = ++afterStar;
            }
            else
            {
                return false;
            }
        }

        while (pattern < Text.Length && Text[pattern] == '*')
            pattern++;
        return pattern == Text.Length;
    }

    /// <summary>
    /// More specific is greater: a pattern without wildcards, then the one with more literal characters, then with fewer stars.
    /// Of two equals the later in its list wins, which is the caller's to see to.
    /// </summary>
    public int CompareTo(MethodPattern? other)
    {
        if (other is null)
            return 1;
        if (HasWildcard != other.HasWildcard)
            return HasWildcard ? -1 : 1;
        var literals = (Text.Length - _stars - _questionMarks).CompareTo(other.Text.Length - other._stars - other._questionMarks);
        return literals != 0 ? literals : other._stars.CompareTo(_stars);
    }
}
