using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Layout.Fuzz;

/// <summary>An assembly full of types that no one would write, the same for the same seed; each may contain those before it.</summary>
internal sealed class RandomTypes
{
    private readonly Random random;
    private readonly ModuleDefinition module;
    private readonly FieldTypes fieldTypes;
    private readonly List<TypeDefinition> classes = [];
    private readonly bool common;

    private RandomTypes(int seed, string name, bool common)
    {
        this.common = common;
        random = new Random(seed);
        module = ModuleDefinition.CreateModule(name, new ModuleParameters { Kind = ModuleKind.Dll, Runtime = Mono.Cecil.TargetRuntime.Net_4_0 });
        module.Assembly.Name.Name = name;
        fieldTypes = new FieldTypes(random, module);
    }

    /// <summary>Writes the assembly to a file.</summary>
    /// <param name="common">Only what crossgen2 and the CLR agree on: no explicit layout, no packing, no base classes.</param>
    public static void Write(string path, int seed, int count, bool common = false)
    {
        var types = new RandomTypes(seed, Path.GetFileNameWithoutExtension(path), common);
        for (var i = 0; i < count; i++)
            types.module.Types.Add(types.Next(i));
        types.module.Write(path);
    }

    private TypeDefinition Next(int index)
    {
        var isClass = random.Next(4) == 0;
        var type = new TypeDefinition("Fuzz", (isClass ? "C" : "S") + index, TypeAttributes.Public | RandomLayout(isClass));
        type.BaseType = isClass ? BaseClass(type) : fieldTypes.Import(typeof(ValueType));
        if (!isClass)
            type.Attributes |= TypeAttributes.Sealed;
        // The runtime refuses generic types with explicit layout.
        for (var parameters = !type.IsExplicitLayout && random.Next(8) == 0 ? random.Next(1, 3) : 0; parameters > 0; parameters--)
            type.GenericParameters.Add(new GenericParameter("T" + parameters, type));

        if (!isClass && !type.IsExplicitLayout && !(common && type.IsAutoLayout) && random.Next(12) == 0)
            AddInlineArray(type);
        else
            AddFields(type);
        if (isClass)
            classes.Add(type);
        else
            fieldTypes.Add(type);
        return type;
    }

    private TypeAttributes RandomLayout(bool isClass) => common
        ? isClass || random.Next(3) == 0 ? TypeAttributes.AutoLayout : TypeAttributes.SequentialLayout
        : random.Next(8) switch
    {
        0 or 1 => TypeAttributes.AutoLayout,
        2 => TypeAttributes.ExplicitLayout,
        3 or 4 when isClass => TypeAttributes.AutoLayout,
        _ => TypeAttributes.SequentialLayout,
    };

    private TypeReference BaseClass(TypeDefinition type)
    {
        if (common || classes.Count == 0 || random.Next(3) == 0)
            return module.TypeSystem.Object;
        var parent = classes[random.Next(classes.Count)];
        // The runtime refuses sequential and explicit layout below an automatic class.
        if (!type.IsAutoLayout && parent.IsAutoLayout)
            return module.TypeSystem.Object;
        return fieldTypes.Close(parent, type);
    }

    private void AddFields(TypeDefinition type)
    {
        if (!type.IsAutoLayout && !common && random.Next(3) == 0)
        {
            type.PackingSize = (short)(random.Next(2) == 0 ? 0 : 1 << random.Next(0, 6));
            type.ClassSize = random.Next(2) == 0 ? 0 : random.Next(1, 100);
        }

        var offset = 0;
        for (var count = random.Next(10) == 0 ? 0 : random.Next(1, 9); count > 0; count--)
        {
            var field = new FieldDefinition("f" + type.Fields.Count, FieldAttributes.Public, fieldTypes.Next(type));
            type.Fields.Add(field);
            if (type.IsExplicitLayout)
                field.Offset = NextOffset(ref offset, Weight.Of(field.FieldType));
        }
    }

    /// <summary>Multiples of 8, far enough apart that no reference lies over anything else.</summary>
    private int NextOffset(ref int offset, int weight)
    {
        var chosen = offset + (random.Next(4) == 0 ? 8 : 0);
        offset = (chosen + weight + 7) & ~7;
        return chosen;
    }

    private void AddInlineArray(TypeDefinition type)
    {
        type.Fields.Add(new FieldDefinition("f0", FieldAttributes.Private, fieldTypes.Next(type)));
        var attribute = new CustomAttribute(module.ImportReference(
            typeof(System.Runtime.CompilerServices.InlineArrayAttribute).GetConstructor([typeof(int)])));
        attribute.ConstructorArguments.Add(new CustomAttributeArgument(module.TypeSystem.Int32, random.Next(1, 6)));
        type.CustomAttributes.Add(attribute);
    }
}
