using AsyncWeave.Model;
using Microsoft.Build.Framework;

namespace AsyncWeave.Tasks;

/// <summary>What <see cref="Measure"/> found, on its way to <see cref="Judge"/> in the same build, which need not wait for the file.</summary>
/// <param name="Kept">The writing of the file, for the builds to come.</param>
internal sealed record ModelHandOver(AssemblyReport Report, System.Threading.Tasks.Task Kept)
{
    public static void Leave(IBuildEngine engine, string path, ModelHandOver measured)
    {
        if (engine is IBuildEngine4 host)
            host.RegisterTaskObject(Key(path), measured, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        else
            measured.Kept.GetAwaiter().GetResult();
    }

    /// <returns>Null when the model was not measured in this build, or in another process of it.</returns>
    public static ModelHandOver? Take(IBuildEngine engine, string path) =>
        (engine as IBuildEngine4)?.UnregisterTaskObject(Key(path), RegisteredTaskObjectLifetime.Build) as ModelHandOver;

    private static string Key(string path) => "AsyncWeave model " + path;
}
