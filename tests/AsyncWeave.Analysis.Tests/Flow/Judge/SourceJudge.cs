using AsyncWeave.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncWeave.Analysis.Tests.Flow.Judge;

/// <summary>Reads the truth about awaits off Roslyn's own control flow graph of the source.</summary>
internal static class SourceJudge
{
    public static IReadOnlyList<JudgedFunction> Functions(Compilation compilation)
    {
        var functions = new List<JudgedFunction>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                if ((method.Body ?? (SyntaxNode?)method.ExpressionBody) is not null && ControlFlowGraph.Create(method, model) is { } graph)
                    Judge(graph, method, model, functions);
            }
        }

        return functions;
    }

    private static void Judge(ControlFlowGraph graph, SyntaxNode function, SemanticModel model, List<JudgedFunction> functions)
    {
        if (IsAsync(function))
            functions.Add(Judged(graph, function, model));
        foreach (var local in graph.LocalFunctions)
            Judge(graph.GetLocalFunctionControlFlowGraph(local), local.DeclaringSyntaxReferences[0].GetSyntax(), model, functions);
        foreach (var lambda in graph.Blocks.SelectMany(Operations).SelectMany(operation => operation.DescendantsAndSelf()).OfType<IFlowAnonymousFunctionOperation>())
            Judge(graph.GetAnonymousFunctionControlFlowGraph(lambda), lambda.Syntax, model, functions);
    }

    private static IEnumerable<IOperation> Operations(BasicBlock block) =>
        block.BranchValue is null ? block.Operations : block.Operations.Append(block.BranchValue);

    private static bool IsAsync(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        _ => false,
    };

    private static JudgedFunction Judged(ControlFlowGraph graph, SyntaxNode function, SemanticModel model)
    {
        var nodes = SourceGraphBuilder.Build(graph);
        SourceLives.Compute(nodes);
        var cyclic = SourceCycles.Find(nodes);
        var captured = Captured(function, model);
        var awaits = nodes.Where(node => node.Event?.Kind == EventKind.Await)
            .GroupBy(node => node.Event!.Await!)
            .OrderBy(group => Statement(group.Key.Syntax).Line)
            .Select(group => Describe(group.Key, group.ToList()))
            .ToList();
        return new JudgedFunction(Name(function), function is AnonymousFunctionExpressionSyntax, function.GetLocation().GetLineSpan().StartLinePosition.Line + 1, awaits);

        JudgedAwait Describe(IAwaitOperation await, List<SourceNode> places)
        {
            var (line, end, syntax) = Statement(await.Syntax);
            var live = places.SelectMany(place => place.Next).SelectMany(node => node.Live)
                .Where(symbol => !captured.Contains(symbol))
                .ToLookup(symbol => symbol is ILocalSymbol, symbol => symbol is ITypeSymbol ? "this" : symbol.Name);
            return new JudgedAwait(line, end, syntax, places.Exists(cyclic.Contains), SourceRegion.Of(await.Syntax, syntax), Names(live[false]), Names(live[true]));
        }
    }

    private static List<string> Names(IEnumerable<string> names) =>
        [.. names.Where(name => !string.IsNullOrEmpty(name)).Distinct().Order(StringComparer.Ordinal)];

    private static HashSet<ISymbol> Captured(SyntaxNode function, SemanticModel model)
    {
        SyntaxNode? body = function switch
        {
            MethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody?.Expression,
            LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody?.Expression,
            AnonymousFunctionExpressionSyntax lambda => lambda.Body,
            _ => null,
        };
        var flow = body is null ? null : model.AnalyzeDataFlow(body);
        return new HashSet<ISymbol>(flow is { Succeeded: true } ? flow.Captured : [], SymbolEqualityComparer.Default);
    }

    /// <summary>The lines of the statement that an await stands in; of a compound statement those of the part of its header.</summary>
    private static (int Line, int EndLine, AwaitSyntax Syntax) Statement(SyntaxNode node)
    {
        if (node is AwaitExpressionSyntax)
            return Lines(node.AncestorsAndSelf().First(IsPlace), AwaitSyntax.Await);
        foreach (var ancestor in node.AncestorsAndSelf())
        {
            switch (ancestor)
            {
                case CommonForEachStatementSyntax loop:
                    return Lines(loop.Expression, AwaitSyntax.AwaitForeach);
                case UsingStatementSyntax block:
                    return Lines(block.Declaration ?? (SyntaxNode)block.Expression!, AwaitSyntax.AwaitUsing);
                case LocalDeclarationStatementSyntax declaration:
                    return Lines(declaration, AwaitSyntax.AwaitUsing);
            }
        }

        return Lines(node, AwaitSyntax.Await);
    }

    // What the compiler gives a sequence point of its own: simple statements, the parts of a loop's header, the body of an arrow.
    private static bool IsPlace(SyntaxNode node) => node.Parent switch
    {
        WhileStatementSyntax or DoStatementSyntax or IfStatementSyntax or SwitchStatementSyntax or CommonForEachStatementSyntax or LockStatementSyntax or UsingStatementSyntax or ForStatementSyntax
            => node is ExpressionSyntax or VariableDeclarationSyntax or (StatementSyntax and not BlockSyntax),
        ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax => node is ExpressionSyntax,
        SwitchExpressionArmSyntax => node is ExpressionSyntax,
        _ => node is StatementSyntax and not BlockSyntax,
    };

    private static (int, int, AwaitSyntax) Lines(SyntaxNode node, AwaitSyntax syntax)
    {
        var span = node.GetLocation().GetLineSpan();
        return (span.StartLinePosition.Line + 1, span.EndLinePosition.Line + 1, syntax);
    }

    private static string Name(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        _ => function.Ancestors().OfType<MethodDeclarationSyntax>().First().Identifier.Text,
    };
}
