using AsyncWeave.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncWeave.Analysis.Tests.Flow.Judge;

/// <summary>The innermost try, catch or finally that the author wrote around a place.</summary>
internal static class SourceRegion
{
    public static AwaitRegion Of(SyntaxNode node, AwaitSyntax syntax)
    {
        foreach (var ancestor in node.AncestorsAndSelf())
        {
            switch (ancestor)
            {
                case CatchClauseSyntax:
                    return AwaitRegion.Catch;
                case FinallyClauseSyntax:
                    return AwaitRegion.Finally;
                case TryStatementSyntax:
                    return AwaitRegion.Try;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax:
                    return AwaitRegion.Body;
            }
        }

        return AwaitRegion.Body;
    }
}
