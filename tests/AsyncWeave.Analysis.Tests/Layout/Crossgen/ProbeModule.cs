using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Tests.Layout.Crossgen;

/// <summary>A module of small methods, each of which returns one size or one offset, with the value that is expected of it.</summary>
internal sealed class ProbeModule : IDisposable
{
    private readonly ModuleDefinition module = ModuleDefinition.CreateModule("Probe", ModuleKind.Dll);
    private readonly TypeDefinition holder;
    private readonly TypeReference number;

    public ProbeModule(ModuleDefinition coreLibrary)
    {
        module.AssemblyReferences.Clear();
        number = module.ImportReference(coreLibrary.GetType("System.Int32"));
        holder = new TypeDefinition("", "Probe", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed, module.ImportReference(coreLibrary.GetType("System.Object")));
        module.Types.Add(holder);
    }

    public Dictionary<string, ProbedValue> Values { get; } = new(StringComparer.Ordinal);

    public TypeReference Import(TypeReference type) => module.ImportReference(type);

    /// <summary>Bytes of a struct.</summary>
    public void AskSize(TypeReference type, int expected) =>
        Ask(new ProbedValue(type.FullName, "size", expected), body => body.Emit(OpCodes.Sizeof, type));

    /// <summary>The address of the field in an instance at address 0: of a class the method table pointer stands before the fields.</summary>
    public void AskOffset(TypeReference owner, FieldDefinition field, int expected)
    {
        var reference = module.ImportReference(field);
        reference.DeclaringType = owner;
        Ask(new ProbedValue(owner.FullName, field.Name, expected), body =>
        {
            body.Emit(OpCodes.Ldc_I4_0);
            body.Emit(OpCodes.Conv_U);
            body.Emit(OpCodes.Ldflda, reference);
            body.Emit(OpCodes.Conv_I4);
        });
    }

    public void Write(string path) => module.Write(path);

    public void Dispose() => module.Dispose();

    private void Ask(ProbedValue value, Action<ILProcessor> load)
    {
        var method = new MethodDefinition("m" + Values.Count, MethodAttributes.Public | MethodAttributes.Static, number);
        var body = method.Body.GetILProcessor();
        load(body);
        body.Emit(OpCodes.Ret);
        holder.Methods.Add(method);
        Values.Add(method.Name, value);
    }
}

/// <param name="Expected">Bytes, as the engine computed them.</param>
internal sealed record ProbedValue(string Type, string What, int Expected);
