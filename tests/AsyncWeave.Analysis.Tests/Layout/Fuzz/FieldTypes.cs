using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Layout.Fuzz;

/// <summary>Draws types for fields: primitives, references, pointers, structs of the framework, and the structs drawn so far.</summary>
internal sealed class FieldTypes(Random random, ModuleDefinition module)
{
    /// <summary>Structs that have grown beyond this are not nested any further.</summary>
    public const int MostBytes = 4_096;

    private static readonly Type[] Primitives =
    [
        typeof(bool), typeof(byte), typeof(sbyte), typeof(char), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(float),
        typeof(long), typeof(ulong), typeof(double), typeof(nint), typeof(nuint), typeof(DayOfWeek), typeof(Base64FormattingOptions),
        typeof(TypeCode), typeof(GCNotificationStatus), typeof(System.Reflection.Emit.PackingSize), typeof(System.Diagnostics.Tracing.EventTags),
    ];

    private static readonly Type[] References = [typeof(string), typeof(object), typeof(Action), typeof(int[]), typeof(IDisposable), typeof(List<Guid>)];

    private static readonly Type[] Structs =
    [
        typeof(Guid), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(CancellationToken), typeof(TaskAwaiter),
        typeof(TaskAwaiter<int>), typeof(ValueTask), typeof(ValueTask<Guid>), typeof(YieldAwaitable.YieldAwaiter), typeof(AsyncTaskMethodBuilder),
        typeof(Int128), typeof(UInt128), typeof(Half), typeof(Rune), typeof(Vector2), typeof(Vector3), typeof(Complex), typeof(BigInteger),
        typeof(Vector64<byte>), typeof(Vector128<int>), typeof(Vector256<long>), typeof(Vector512<float>), typeof(Index), typeof(Range),
        typeof(int?), typeof(byte?), typeof(decimal?), typeof(Int128?), typeof(Guid?), typeof((byte, string)), typeof((byte, int, long)),
        typeof((bool, Int128)), typeof(KeyValuePair<byte, string>), typeof(KeyValuePair<int, byte>), typeof(Memory<byte>), typeof(ArraySegment<char>),
        typeof(List<string>.Enumerator), typeof(Dictionary<byte, Guid>.Enumerator), typeof(GCHandle), typeof(DateOnly), typeof(TimeOnly),
    ];

    private readonly List<TypeDefinition> drawn = [];
    private readonly Dictionary<Type, TypeReference> imported = [];

    public void Add(TypeDefinition type)
    {
        if (Weight.Of(type) <= MostBytes / 4)
            drawn.Add(type);
    }

    public TypeReference Import(Type type)
    {
        if (!imported.TryGetValue(type, out var reference))
            imported[type] = reference = module.ImportReference(type);
        return reference;
    }

    public TypeReference Next(TypeDefinition owner) => random.Next(16) switch
    {
        < 6 => Import(Primitives[random.Next(Primitives.Length)]),
        < 8 => Import(References[random.Next(References.Length)]),
        < 11 => Import(Structs[random.Next(Structs.Length)]),
        11 when random.Next(3) == 0 => new PointerType(module.TypeSystem.Int32),
        12 when random.Next(3) == 0 => new RequiredModifierType(Import(typeof(IsVolatile)), module.TypeSystem.Byte),
        13 when owner.HasGenericParameters => owner.GenericParameters[random.Next(owner.GenericParameters.Count)],
        _ => Drawn(owner),
    };

    /// <summary>Closes a drawn type over random arguments, so that it can be a base or a field.</summary>
    public TypeReference Close(TypeDefinition type, TypeDefinition owner)
    {
        if (!type.HasGenericParameters)
            return type;
        var closed = new GenericInstanceType(type);
        for (var i = 0; i < type.GenericParameters.Count; i++)
            closed.GenericArguments.Add(Argument(owner));
        return closed;
    }

    private TypeReference Drawn(TypeDefinition owner) =>
        drawn.Count == 0 ? module.TypeSystem.Int32 : Close(drawn[random.Next(drawn.Count)], owner);

    private TypeReference Argument(TypeDefinition owner) => random.Next(4) switch
    {
        0 => Import(References[random.Next(References.Length)]),
        1 => Import(Structs[random.Next(Structs.Length)]),
        2 when owner.HasGenericParameters => owner.GenericParameters[0],
        _ => Import(Primitives[random.Next(Primitives.Length)]),
    };
}
