using System.Reflection;
using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Finds the method whose IL suspends.</summary>
internal static class SuspendingBody
{
    private const MethodImplAttributes NotIL =
        MethodImplAttributes.InternalCall | MethodImplAttributes.Native | MethodImplAttributes.Unmanaged | MethodImplAttributes.Runtime;

    /// <summary>Nil where there is none: the kickoff of a runtime-async method may be abstract.</summary>
    /// <exception cref="BadImageFormatException">The state machine has no <c>MoveNext</c>.</exception>
    public static MethodDefinitionHandle Of(MetadataReader metadata, StateMachinePair pair)
    {
        if (pair.StateMachine.IsNil)
            return HasBody(metadata.GetMethodDefinition(pair.Kickoff)) ? pair.Kickoff : default;
        var machine = metadata.GetTypeDefinition(pair.StateMachine);
        foreach (var handle in machine.GetMethods())
        {
            var method = metadata.GetMethodDefinition(handle);
            if (IsMoveNext(metadata, method) && HasBody(method))
                return handle;
        }

        throw new BadImageFormatException($"{metadata.GetString(machine.Name)} has no MoveNext");
    }

    public static bool HasBody(MethodDefinition method) =>
        (method.Attributes & (MethodAttributes.Abstract | MethodAttributes.PinvokeImpl)) == 0 && (method.ImplAttributes & NotIL) == 0;

    // VB implements it explicitly under the plain name; F# as System.Runtime.CompilerServices.IAsyncStateMachine.MoveNext or the plain name
    private static bool IsMoveNext(MetadataReader metadata, MethodDefinition method) =>
        (metadata.StringComparer.Equals(method.Name, "MoveNext") || metadata.GetString(method.Name).EndsWith(".MoveNext", StringComparison.Ordinal))
        && ParameterCount(metadata.GetBlobReader(method.Signature)) == 0;

    // ECMA-335 II.23.2.1: calling convention, (generic parameter count), parameter count
    private static int ParameterCount(BlobReader signature)
    {
        if (signature.ReadSignatureHeader().IsGeneric)
            signature.ReadCompressedInteger();
        return signature.ReadCompressedInteger();
    }
}
