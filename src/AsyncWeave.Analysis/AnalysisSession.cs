using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Packs;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis;

/// <summary>
/// Analyses one assembly after another and keeps the framework's modules open between them. For one thread at a time:
/// a parallel scan has a session for each worker.
/// </summary>
public sealed class AnalysisSession : IDisposable
{
    private readonly ResolverSession resolvers = Resolvers();

    /// <exception cref="UnreadableAssemblyException">The assembly could not be read (AW0001).</exception>
    public AssemblyReport Analyze(AnalysisOptions options)
    {
        try
        {
            using var image = ModuleReader.Read(options.AssemblyPath);
            var framework = options.TargetFramework ?? AssemblyIdentityReader.FrameworkOf(image.Metadata);
            var target = RuntimeMoniker.For(options.TargetRuntime ?? framework, options.Architecture);
            using var lane = new Lane(image, options, resolvers.For(options, target));
            return new AssemblyAnalysis(lane, Another, options.Threads).Run(AssemblyIdentityReader.Read(lane.Module, framework));

            Lane Another()
            {
                var own = Resolvers();
                return new Lane(image, options, own.For(options, target), own);
            }
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw new UnreadableAssemblyException($"{Path.GetFileName(options.AssemblyPath)} is damaged: {fault.Message.Split('\n')[0].TrimEnd()}", fault);
        }
    }

    private static ResolverSession Resolvers() => new((framework, assembly) => LayoutPack.For(framework)?.Open(assembly));

    // What the reader trips over outside of any one method is the assembly's fault, not ours.
    private static bool IsDamage(Exception fault) => fault is BadImageFormatException || fault.Source is "System.Reflection.Metadata";

    public void Dispose() => resolvers.Dispose();
}
