using AsyncWeave.Model;

namespace AsyncWeave.Report.Html;

internal static class Frameworks
{
    /// <summary>What the assembly was compiled for; where it does not say, the runtime it was laid out for.</summary>
    public static string Of(AssemblyReport report) => report.Assembly.TargetFramework ?? report.Runtime.Framework;
}
