using System.Text;

namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <summary>A random async method with what its generator knows of it.</summary>
internal sealed record GeneratedMethod(string Name, Statement Body, IReadOnlyList<GeneratedAwait> Awaits)
{
    /// <summary>Works out which awaits a loop brings back, and what is needed behind each.</summary>
    public static GeneratedMethod Of(string name, Statement body, IReadOnlyList<GeneratedAwait> awaits)
    {
        foreach (var await in awaits)
            body.EndsAfter(await);
        body.NeededBefore(Needs.None with { Normal = ["n"] });
        return new GeneratedMethod(name, body, awaits);
    }

    public void Write(StringBuilder source)
    {
        source.Append($"    async Task<int> {Name}(int n, int m, List<int> items, IAsyncEnumerable<int> stream)\n    {{\n");
        Body.Write(source, 2);
        if (Body.Ends.HasFlag(Completions.Normal))
            source.Append("        return n;\n");
        source.Append("    }\n");
    }
}
