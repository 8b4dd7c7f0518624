using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Bench.Speed;

/// <summary>The same work as it is done without thinking of speed: every type and attribute visited, every field's type resolved.</summary>
internal static class NaiveCecil
{
    /// <summary>Await calls.</summary>
    public static int Run(Workload workload) => workload.Assemblies.Sum(Scan);

    private static int Scan(string path)
    {
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(path));
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        try
        {
            using var assembly = AssemblyDefinition.ReadAssembly(path, new ReaderParameters
            {
                AssemblyResolver = resolver,
                ReadSymbols = File.Exists(Path.ChangeExtension(path, ".pdb")),
            });
            return assembly.MainModule.GetTypes().Sum(Visit);
        }
        catch (BadImageFormatException)
        {
            return 0;
        }
    }

    private static int Visit(TypeDefinition type)
    {
        _ = type.CustomAttributes.Count(attribute => attribute.AttributeType.FullName.Length == 0);
        foreach (var method in type.Methods)
            _ = method.CustomAttributes.Count(attribute => attribute.AttributeType.FullName == "System.Runtime.CompilerServices.AsyncStateMachineAttribute");
        if (!type.Interfaces.Any(implemented => implemented.InterfaceType.FullName == "System.Runtime.CompilerServices.IAsyncStateMachine"))
            return 0;
        foreach (var field in type.Fields)
            TryResolve(field.FieldType);
        var moveNext = type.Methods.FirstOrDefault(method => method.Name == "MoveNext" && method.HasBody);
        _ = moveNext?.DebugInformation.SequencePoints.Count;
        return moveNext?.Body.Instructions.Count(IsAwait) ?? 0;
    }

    private static bool IsAwait(Instruction instruction) =>
        instruction.OpCode.FlowControl == FlowControl.Call
        && instruction.Operand is MethodReference { Name: "AwaitUnsafeOnCompleted" or "AwaitOnCompleted" };

    private static void TryResolve(TypeReference type)
    {
        try
        {
            _ = type.Resolve()?.Fields.Count;
        }
        catch (AssemblyResolutionException)
        {
            // An assembly of another framework; the naive scan goes on without it.
        }
    }
}
