using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Decodes those ordinary bodies that call what a rule asks for, and has them checked.</summary>
internal sealed class OrdinaryBodies(OpenedModule module, FunctionUses uses, IReadOnlyList<IBodyRule> rules, FindingLog log)
{
    public void Check(IReadOnlyList<AsyncMethod> listed, List<Diagnostic> found)
    {
        var suspending = new HashSet<int>(listed.Select(method => method.BodyToken));
        foreach (var (token, interest) in uses.Scan.Bodies)
        {
            if (suspending.Contains(token))
                continue;
            try
            {
                if (module.Cecil.LookupToken(token) is MethodDefinition { HasBody: true } method && IsAuthors(method))
                    Check(BodyFacts.Of(module, uses.Interests, method, method, null), interest, found);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // One odd body never hides the rest; an ordinary method that cannot be read has no row to be missed from.
            }
        }
    }

    private void Check(BodyFacts body, Interest interest, List<Diagnostic> found)
    {
        foreach (var rule in rules.Where(rule => (rule.Interest & interest) != 0))
        {
            foreach (var finding in rule.Check(body))
                found.Add(log.Write(rule.Descriptor, finding, BodyIdentity.Id(body), null));
        }
    }

    // The stub <Main> blocks on the async Main; MoveNext of a type that nobody claimed is the compiler's as well.
    private bool IsAuthors(MethodDefinition method) =>
        method.Name != "<Main>" && !(method.Name == "MoveNext" && method.DeclaringType.Name.StartsWith("<", StringComparison.Ordinal)) && !GeneratedCode.Is(module, method.Row(), method.Row());
}
