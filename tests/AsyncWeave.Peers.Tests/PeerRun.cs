using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AsyncWeave.Peers.Tests;

/// <summary>What the comparable rules of the peers say of one compilation, every one of them switched on.</summary>
internal sealed class PeerRun
{
    private readonly ILookup<string, (string File, int Line)> found;

    private PeerRun(IEnumerable<Diagnostic> diagnostics) => found = diagnostics
        .Where(diagnostic => diagnostic.Location.IsInSource)
        .Select(diagnostic => (diagnostic.Id, Span: diagnostic.Location.GetLineSpan()))
        .ToLookup(pair => pair.Id, pair => (Path.GetFileName(pair.Span.Path), pair.Span.StartLinePosition.Line + 1), StringComparer.Ordinal);

    public static PeerRun Over(Compilation compilation)
    {
        var wanted = PeerTable.All.SelectMany(peer => peer.Ids).ToHashSet(StringComparer.Ordinal);
        var analyzers = PeerPackages.Restored.Analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => wanted.Contains(rule.Id))).ToImmutableArray();
        var on = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(wanted.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn))));
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new RoslynatorOptions()), (fault, analyzer, _) => throw new InvalidOperationException(analyzer + " failed", fault), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return new PeerRun(on.WithAnalyzers(analyzers, options).GetAllDiagnosticsAsync().GetAwaiter().GetResult());
    }

    public IReadOnlySet<(string File, int Line)> LinesOf(Peer peer) => peer.Ids.SelectMany(id => found[id]).ToHashSet();

    private sealed class RoslynatorOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new ConfigureAwait();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    /// <summary>RCS1090 says nothing before it is told which way is wanted.</summary>
    private sealed class ConfigureAwait : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == "roslynator_configure_await" ? "true" : null;
            return value is not null;
        }
    }
}
