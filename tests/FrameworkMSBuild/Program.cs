using System.Reflection;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Execution;
using Microsoft.Build.Framework;
using Microsoft.Build.Logging;

namespace FrameworkMSBuild;

/// <summary>Builds one target of one project in this process, as MSBuild.exe on .NET Framework does.</summary>
internal static class Program
{
    /// <param name="arguments">The project, the target, and <c>name=value</c> for each global property.</param>
    public static int Main(string[] arguments)
    {
        // Before any type of MSBuild is touched: it looks for itself by the name of the process, which is that of the runtime here.
        Environment.SetEnvironmentVariable("MSBUILD_EXE_PATH", Assembly.GetExecutingAssembly().Location);
        return Build(arguments[0], arguments[1], Properties(arguments.Skip(2))) ? 0 : 1;
    }

    private static bool Build(string project, string target, Dictionary<string, string> properties)
    {
        using var projects = new ProjectCollection(properties);
        var parameters = new BuildParameters(projects)
        {
            Loggers = [new ConsoleLogger(LoggerVerbosity.Normal)],
            MaxNodeCount = 1,
            EnableNodeReuse = false,
        };
        var result = BuildManager.DefaultBuildManager.Build(parameters, new BuildRequestData(project, properties, null, [target], null));
        if (result.Exception is { } fault)
            Console.Error.WriteLine(fault);
        return result.OverallResult == BuildResultCode.Success;
    }

    private static Dictionary<string, string> Properties(IEnumerable<string> pairs) =>
        pairs.Select(pair => pair.Split(['='], 2)).ToDictionary(pair => pair[0], pair => pair[1]);
}
