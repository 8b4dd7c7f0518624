using System.Text.RegularExpressions;

namespace AsyncWeave.Report.Budgets;

/// <summary>What a runtime is called: the moniker of a target framework, without a platform.</summary>
public static class RuntimeName
{
    private static readonly Regex Moniker = new(@"\A(net\d{1,2}\.\d|netcoreapp\d\.\d|net4\d{1,2}|netstandard2\.[01])\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static bool IsOne(string text) => Moniker.IsMatch(text);
}
