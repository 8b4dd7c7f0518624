using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>
/// Finds every async method, async iterator and iterator of a module: as rows, which say enough to name them.
/// </summary>
internal static class AsyncMethodFinder
{
    /// <summary>MethodImplOptions.Async: the method suspends without a state machine (ECMA-335 augmentations, runtime-async).</summary>
    private const int RuntimeAsync = 0x2000;

    /// <returns>By token of the kickoff method.</returns>
    /// <param name="unreadable">Receives the methods whose parts could not be read (AW0006); the others are found all the same.</param>
    public static IReadOnlyList<AsyncMethod> Find(OpenedModule module, ICollection<UnreadableMethod>? unreadable = null)
    {
        var found = new List<Candidate>();
        foreach (var pair in OrderedPairs(module))
        {
            try
            {
                if (SuspendingBody.Of(module.Metadata, pair) is { IsNil: false } body)
                    found.Add(new Candidate(pair, body));
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                unreadable?.Add(new UnreadableMethod(MetadataTokens.GetToken(pair.Kickoff), fault.Message));
            }
        }

        return Named(module, found, unreadable);
    }

    // The tables are walked here for the first time: what lies in them comes out here.
    private static List<StateMachinePair> OrderedPairs(OpenedModule module)
    {
        try
        {
            return Pairs(module).OrderBy(pair => MetadataTokens.GetToken(pair.Kickoff)).ToList();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new UnreadableAssemblyException($"{Path.GetFileName(module.Path)} is damaged: {fault.Message.Split('\n')[0].TrimEnd()}", fault);
        }
    }

    private static IEnumerable<StateMachinePair> Pairs(OpenedModule module)
    {
        var metadata = module.Metadata;
        var attributed = AttributedPairs.Find(metadata, module.Attributes).ToList();
        var claimed = new HashSet<TypeDefinitionHandle>(attributed.Select(pair => pair.StateMachine));
        var unclaimed = UnclaimedStateMachines.Find(metadata, claimed);
        return attributed
            .Concat(KickoffSearch.Find(module.Image, metadata, unclaimed))
            .Concat(RuntimeAsyncMethods(metadata));
    }

    private static IEnumerable<StateMachinePair> RuntimeAsyncMethods(MetadataReader metadata)
    {
        foreach (var handle in metadata.MethodDefinitions)
        {
            if (((int)metadata.GetMethodDefinition(handle).ImplAttributes & RuntimeAsync) != 0)
                yield return new StateMachinePair(handle, default, MethodKind.RuntimeAsync);
        }
    }

    private static List<AsyncMethod> Named(OpenedModule module, List<Candidate> found, ICollection<UnreadableMethod>? unreadable)
    {
        var naming = new MethodNaming(module, found.ConvertAll(candidate => candidate.Pair.Kickoff));
        var forms = new MethodForms(module);
        var methods = new List<AsyncMethod>(found.Count);
        foreach (var (pair, body) in found)
        {
            try
            {
                methods.Add(new AsyncMethod(pair, body, forms.Of(pair.Kickoff), naming.Of(pair.Kickoff), GeneratedCode.Is(module, pair.Kickoff, body)));
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                unreadable?.Add(new UnreadableMethod(MetadataTokens.GetToken(pair.Kickoff), fault.Message));
            }
        }

        return methods;
    }

    private readonly record struct Candidate(StateMachinePair Pair, MethodDefinitionHandle Body);
}
