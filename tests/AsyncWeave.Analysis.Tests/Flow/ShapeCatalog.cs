using AsyncWeave.Analysis.Tests.Flow.Shapes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>Every shape that Roslyn judges, by the name of its method.</summary>
internal static class ShapeCatalog
{
    private static readonly string[] Files =
    [
        LoopShapes.Source,
        HandlerShapes.Source,
        StreamShapes.Source,
        ExpressionShapes.Source,
        LivenessShapes.Source,
        FunctionShapes.Source,
    ];

    public static IReadOnlyList<(string Name, string Source)> All { get; } = Files.SelectMany(Split).ToList();

    /// <summary>All shapes in one source, so that they are compiled once for each configuration.</summary>
    public static string Combined { get; } = Prelude.With(string.Join('\n', Files));

    private static IEnumerable<(string, string)> Split(string file) =>
        CSharpSyntaxTree.ParseText($"class Shop {{ {file} }}").GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Select(method => (method.Identifier.Text, method.ToFullString()));
}
