using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncWeave.Analysis.Tests.Flow.Judge;

/// <summary>What a nested function takes with it from around.</summary>
internal static class FunctionCaptures
{
    /// <summary>The type of <c>this</c> where nothing else is captured: the function is then an instance method, and <c>this</c> is read where it is made or called.</summary>
    public static ITypeSymbol? ThisAlone(SyntaxNode function, SemanticModel model)
    {
        SyntaxNode? body = function switch
        {
            LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody?.Expression,
            AnonymousFunctionExpressionSyntax lambda => lambda.Body,
            _ => null,
        };
        if (body is null || model.SyntaxTree != body.SyntaxTree || model.AnalyzeDataFlow(body) is not { Succeeded: true } flow)
            return null;
        var outer = flow.ReadInside.Union(flow.WrittenInside, SymbolEqualityComparer.Default)
            .Where(symbol => symbol.DeclaringSyntaxReferences is not [var declaration] || !function.Span.Contains(declaration.Span))
            .ToList();
        return outer is [IParameterSymbol { IsThis: true } self] ? self.Type : null;
    }
}
