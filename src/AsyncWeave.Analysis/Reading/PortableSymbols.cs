using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Reading;

/// <summary>A portable PDB, opened when the first method is asked for.</summary>
internal sealed class PortableSymbols(string kind, Func<MetadataReaderProvider> open, AnalysisOptions options) : Symbols
{
    private readonly Lazy<MetadataReaderProvider> provider = new(open);
    private (int Token, MethodSymbols Symbols) last = (0, MethodSymbols.None);
    private readonly List<SourcePoint> points = [];
    private SourceDocuments? documents;

    public override string Kind => kind;

    private MetadataReader Reader => provider.Value.GetMetadataReader();

    private SourceDocuments Documents => documents ??= new SourceDocuments(Reader, options);

    public override MethodSymbols Of(int methodToken)
    {
        // The rooms ask for one method after the other; kept for longer, the points of all of them would stand in the collector's way.
        if (last.Token != methodToken)
            last = (methodToken, Read(methodToken));
        return last.Symbols;
    }

    public override string? FileOf(int methodToken)
    {
        if (!TryHandle(methodToken, out var method))
            return null;
        try
        {
            foreach (var point in Reader.GetMethodDebugInformation(method.ToDebugInformationHandle()).GetSequencePoints())
            {
                if (!point.IsHidden)
                    return Documents.NameOf(point.Document);
            }
        }
        catch (BadImageFormatException)
        {
            // As if the PDB had nothing for the method.
        }

        return null;
    }

    public override int KickoffOf(int methodToken)
    {
        if (!TryHandle(methodToken, out var method))
            return 0;
        var kickoff = Reader.GetMethodDebugInformation(method.ToDebugInformationHandle()).GetStateMachineKickoffMethod();
        return kickoff.IsNil ? 0 : MetadataTokens.GetToken(kickoff);
    }

    public override SourceText? SourceOf(string file) => Documents.SourceOf(file);

    public override void Dispose()
    {
        if (provider.IsValueCreated)
            provider.Value.Dispose();
    }

    private MethodSymbols Read(int methodToken)
    {
        if (!TryHandle(methodToken, out var method))
            return MethodSymbols.None;
        try
        {
            return new MethodSymbols(
                Points(method),
                CustomDebugInformation.AsyncSteps(Reader, method),
                LocalNames(method),
                CustomDebugInformation.HoistedScopes(Reader, method));
        }
        catch (BadImageFormatException)
        {
            return MethodSymbols.None;
        }
    }

    private bool TryHandle(int methodToken, out MethodDefinitionHandle method)
    {
        var row = methodToken & 0x00FFFFFF;
        method = MetadataTokens.MethodDefinitionHandle(row);
        return row > 0 && row <= Reader.MethodDebugInformation.Count;
    }

    private SourcePoint[] Points(MethodDefinitionHandle method)
    {
        points.Clear();
        foreach (var point in Reader.GetMethodDebugInformation(method.ToDebugInformationHandle()).GetSequencePoints())
        {
            points.Add(point.IsHidden
                ? new SourcePoint(point.Offset, null, 0, 0, 0, 0)
                : new SourcePoint(point.Offset, Documents.NameOf(point.Document), point.StartLine, point.StartColumn, point.EndLine, point.EndColumn));
        }

        return points.ToArray();
    }

    private Dictionary<int, string> LocalNames(MethodDefinitionHandle method)
    {
        var names = new Dictionary<int, string>();
        foreach (var scope in Reader.GetLocalScopes(method))
        {
            foreach (var handle in Reader.GetLocalScope(scope).GetLocalVariables())
            {
                var variable = Reader.GetLocalVariable(handle);
                names[variable.Index] = Reader.GetString(variable.Name);
            }
        }

        return names;
    }
}
