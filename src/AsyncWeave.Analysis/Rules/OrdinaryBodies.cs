using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Decodes those ordinary bodies that call what a rule asks for, and has them checked.</summary>
internal sealed class OrdinaryBodies(OpenedModule module, MemberInterests interests, IReadOnlyList<IBodyRule> rules, FindingLog log)
{
    private readonly TraceBuffers buffers = new();

    public void Check(IReadOnlyList<AsyncMethod> listed, List<Diagnostic> found)
    {
        var suspending = new HashSet<int>(listed.Select(method => method.BodyToken));
        foreach (var (token, interest) in CodeScan.Of(module, interests, suspending))
        {
            try
            {
                var method = MetadataTokens.MethodDefinitionHandle(token & 0x00FFFFFF);
                if (!IsAuthors(method))
                    continue;
                buffers.Reset();
                Check(BodyFacts.Of(module, interests, method, method, machine: default, buffers: buffers), interest, found);
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
            {
                if (log.Write(rule.Descriptor, finding, BodyIdentity.Id(body), null) is { } written)
                    found.Add(written);
            }
        }
    }

    // The stub <Main> blocks on the async Main; MoveNext of a type that nobody claimed is the compiler's as well.
    private bool IsAuthors(MethodDefinitionHandle method)
    {
        var (metadata, row) = (module.Metadata, module.Metadata.GetMethodDefinition(method));
        return !metadata.StringComparer.Equals(row.Name, "<Main>")
            && !(metadata.StringComparer.Equals(row.Name, "MoveNext") && metadata.StringComparer.StartsWith(metadata.GetTypeDefinition(row.GetDeclaringType()).Name, "<"))
            && SuspendingBody.HasBody(row)
            && !GeneratedCode.Is(module, method, method);
    }
}
