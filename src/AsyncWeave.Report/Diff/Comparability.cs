using AsyncWeave.Model;
using AsyncWeave.Report.Baselines;

namespace AsyncWeave.Report.Diff;

/// <summary>Whether two reports can be compared: what differs beside the code.</summary>
internal static class Comparability
{
    public static List<string> Warnings(AssemblyReport old, AssemblyReport now)
    {
        var warnings = new List<string>();
        void Compare(string what, string before, string after)
        {
            if (before != after)
                warnings.Add($"{what}: {before} before, {after} now; sizes may differ for that alone");
        }

        Compare("target framework", FrameworkRows.NameOf(old), FrameworkRows.NameOf(now));
        Compare("runtime", old.Runtime.Framework, now.Runtime.Framework);
        Compare("architecture", old.Runtime.Architecture, now.Runtime.Architecture);
        Compare("compiler optimization", old.Assembly.Optimized ? "on" : "off", now.Assembly.Optimized ? "on" : "off");
        Compare("AsyncWeave", old.Tool.Version, now.Tool.Version);
        if (old.Runtime.LayoutSource != now.Runtime.LayoutSource && (old.Runtime.LayoutSource == "reference" || now.Runtime.LayoutSource == "reference"))
            Compare("source of the layouts", old.Runtime.LayoutSource, now.Runtime.LayoutSource);
        return warnings;
    }
}
