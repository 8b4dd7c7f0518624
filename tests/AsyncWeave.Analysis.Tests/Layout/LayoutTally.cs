using System.Reflection;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Fixtures;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Layout;

/// <summary>Counts agreement between the engine and the running CLR, type by type and value by value.</summary>
internal sealed class LayoutTally(Func<Type, int> sizeOf)
{
    public int TypesChecked { get; private set; }

    public int ValuesChecked { get; private set; }

    public List<string> Mismatches { get; } = [];

    public SortedDictionary<string, int> Skipped { get; } = new(StringComparer.Ordinal);

    public static bool IsStateMachine(TypeDefinition type) =>
        type.Interfaces.Any(implemented => implemented.InterfaceType.Name is "IAsyncStateMachine"
            || implemented.InterfaceType is { Name: "IEnumerator", Namespace: "System.Collections" } && type.Name.Contains(">d__"));

    public void Compare(TypeDefinition type, ModuleRows module, LayoutEngine engine, Assembly assembly)
    {
        if (Load(type, assembly) is not { } loaded)
            return;
        try
        {
            var layout = engine.Of(type.In(module));
            TypesChecked++;
            Check(type, "heap size", ClrOracle.HeapSizeOf(loaded), layout.HeapSize);
            if (loaded.IsValueType)
                Check(type, "size", sizeOf(loaded), layout.Size);
            CheckFields(type, loaded, layout);
            if (!layout.Exact)
                Mismatches.Add($"{type.FullName}: inexact: {layout.InexactBecause}");
        }
        catch (Exception fault) when (fault is TypeLoadException or TargetInvocationException or FileNotFoundException or BadImageFormatException)
        {
            Skip((fault.InnerException ?? fault).GetType().Name);
        }
    }

    public string Summary() =>
        $"{TypesChecked} types, {ValuesChecked} values, {Mismatches.Count} different, {Skipped.Values.Sum()} skipped"
        + string.Concat(Skipped.Select(skip => $"\n  {skip.Value} × {skip.Key}"));

    private void CheckFields(TypeDefinition type, Type loaded, TypeLayout layout)
    {
        var computed = layout.Fields.ToLookup(field => field.Token);
        foreach (var field in ClrOracle.InstanceFields(loaded))
        {
            var matches = computed[(uint)field.MetadataToken].Where(candidate => candidate.Name == field.Name).Select(candidate => candidate.Offset).ToList();
            ValuesChecked++;
            if (!matches.Contains(ClrOracle.OffsetOf(field)))
                Mismatches.Add($"{type.FullName}.{field.Name}: CLR {ClrOracle.OffsetOf(field)}, computed {string.Join("/", matches)}");
        }
    }

    private void Check(TypeDefinition type, string what, int clr, int computed)
    {
        ValuesChecked++;
        if (clr != computed)
            Mismatches.Add($"{type.FullName}: {what}: CLR {clr}, computed {computed}");
    }

    /// <summary>The runtime's type, open parameters closed as the engine assumes them.</summary>
    private Type? Load(TypeDefinition type, Assembly assembly)
    {
        try
        {
            var loaded = assembly.ManifestModule.ResolveType(type.MetadataToken.ToInt32());
            return loaded.IsGenericTypeDefinition ? loaded.MakeGenericType(Array.ConvertAll(loaded.GetGenericArguments(), Argument)) : loaded;
        }
        catch (ArgumentException) when (type.HasGenericParameters)
        {
            Skip("constraints refuse object");
            return null;
        }
        catch (Exception fault) when (fault is TypeLoadException or FileNotFoundException or BadImageFormatException or InvalidProgramException or OutOfMemoryException)
        {
            Skip(fault.GetType().Name);
            return null;
        }
    }

    private static Type Argument(Type parameter)
    {
        if (parameter.GetGenericParameterConstraints().Contains(typeof(Enum)))
            return typeof(DayOfWeek);
        return parameter.GenericParameterAttributes.HasFlag(System.Reflection.GenericParameterAttributes.NotNullableValueTypeConstraint) ? typeof(int) : typeof(object);
    }

    private void Skip(string reason) => Skipped[reason] = Skipped.TryGetValue(reason, out var count) ? count + 1 : 1;
}
