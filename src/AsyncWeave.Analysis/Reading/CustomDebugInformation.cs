using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Reading;

/// <summary>The blobs that Roslyn adds for asynchronous bodies (dotnet/runtime, docs/design/specs/PortablePdb-Metadata.md).</summary>
internal static class CustomDebugInformation
{
    private static readonly Guid AsyncMethodSteppingInformation = new("54FD2AC5-E925-401A-9C2A-F94F171072F8");
    private static readonly Guid StateMachineHoistedLocalScopes = new("6DA9A61E-F8C7-4874-BE62-68BC5630DF71");

    // catch-handler-offset+1:uint32 (yield-offset:uint32 resume-offset:uint32 resume-method:compressed)*
    public static List<AsyncStep> AsyncSteps(MetadataReader pdb, MethodDefinitionHandle method)
    {
        var steps = new List<AsyncStep>();
        if (!TryFind(pdb, method, AsyncMethodSteppingInformation, out var blob) || blob.RemainingBytes < 4)
            return steps;

        blob.ReadUInt32();
        while (blob.RemainingBytes >= 9)
        {
            var yield = (int)blob.ReadUInt32();
            var resume = (int)blob.ReadUInt32();
            steps.Add(new AsyncStep(yield, resume, 0x06000000 | blob.ReadCompressedInteger()));
        }

        return steps;
    }

    // (start-offset:uint32 length:uint32)*; a hoisted variable without a scope of its own has zeros
    public static List<HoistedScope> HoistedScopes(MetadataReader pdb, MethodDefinitionHandle method)
    {
        var scopes = new List<HoistedScope>();
        if (!TryFind(pdb, method, StateMachineHoistedLocalScopes, out var blob))
            return scopes;

        while (blob.RemainingBytes >= 8)
        {
            var start = (int)blob.ReadUInt32();
            scopes.Add(new HoistedScope(start, start + (int)blob.ReadUInt32()));
        }

        return scopes;
    }

    private static bool TryFind(MetadataReader pdb, MethodDefinitionHandle method, Guid kind, out BlobReader blob)
    {
        foreach (var handle in pdb.GetCustomDebugInformation(method))
        {
            var information = pdb.GetCustomDebugInformation(handle);
            if (pdb.GetGuid(information.Kind) != kind)
                continue;
            blob = pdb.GetBlobReader(information.Value);
            return true;
        }

        blob = default;
        return false;
    }
}
