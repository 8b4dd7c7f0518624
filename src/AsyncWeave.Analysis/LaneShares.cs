using System.Reflection.Metadata;
using AsyncWeave.Analysis.Discovery;

namespace AsyncWeave.Analysis;

/// <summary>
/// Deals the methods of an assembly out to lanes. The methods of one outermost type stay together: rules hold findings in one type's
/// methods against each other (an initializer is compiled into each constructor), and no lane knows what another one found.
/// </summary>
internal static class LaneShares
{
    /// <summary>A lane opens frameworks and learns types of its own, which pays off from about here on.</summary>
    private const int FewestMethods = 250;

    /// <summary>Each holds the framework's files open in memory of its own.</summary>
    private const int MostLanes = 8;

    /// <returns>Places in the list of methods, in order, for each lane.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<AsyncMethod> methods, MetadataReader metadata, int threads)
    {
        var lanes = Math.Max(1, Math.Min(Math.Min(threads, MostLanes), methods.Count / FewestMethods));
        var shares = new List<int>[lanes];
        for (var lane = 0; lane < lanes; lane++)
            shares[lane] = [];
        var laneOf = new Dictionary<TypeDefinitionHandle, List<int>>();
        for (var i = 0; i < methods.Count; i++)
        {
            var outermost = lanes == 1 ? default : Outermost(metadata, methods[i].KickoffHandle);
            if (!laneOf.TryGetValue(outermost, out var share))
                laneOf[outermost] = share = shares.OrderBy(other => other.Count).First();
            share.Add(i);
        }

        return shares;
    }

    private static TypeDefinitionHandle Outermost(MetadataReader metadata, MethodDefinitionHandle method)
    {
        var type = metadata.GetMethodDefinition(method).GetDeclaringType();
        while (metadata.GetTypeDefinition(type).GetDeclaringType() is { IsNil: false } outer)
            type = outer;
        return type;
    }
}
