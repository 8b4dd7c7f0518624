using System.Reflection;
using System.Runtime.CompilerServices;
using AsyncWeave.Model;

namespace AsyncWeave.Cli.Verify;

/// <summary>Collects what was compared of one method, and what differs.</summary>
internal sealed class LayoutComparison(string assembly, string method)
{
    private const BindingFlags OwnFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly List<LayoutDifference> differences = [];

    public int Values { get; private set; }

    public IReadOnlyList<LayoutDifference> Differences => differences;

    public void Value(string what, int predicted, int actual)
    {
        Values++;
        if (predicted != actual)
            differences.Add(new LayoutDifference(assembly, method, what, predicted, actual));
    }

    /// <param name="path">Of the struct that the fields stand in; empty for the state machine itself.</param>
    public void Fields(string path, IReadOnlyList<StateMachineField> fields, Type type)
    {
        foreach (var predicted in fields)
        {
            var name = path + predicted.Name;
            if (FieldOf(type, predicted.Name) is not { } actual)
            {
                differences.Add(new LayoutDifference(assembly, method, name + ": the CLR has no such field", predicted.Offset, -1));
                continue;
            }

            Value(name + ": offset", predicted.Offset, RuntimeRecords.OffsetOf(actual));
            if (predicted.Fields.Count == 0 || !actual.FieldType.IsValueType)
                continue;
            Value(name + ": size", predicted.Size, ElementsIn(type) * RuntimeRecords.SizeOf(actual.FieldType));
            Fields(name + ".", predicted.Fields, actual.FieldType);
        }
    }

    // The report shows the one field of an inline array as wide as all its elements.
    private static int ElementsIn(Type type) => type.GetCustomAttribute<InlineArrayAttribute>()?.Length ?? 1;

    private static FieldInfo? FieldOf(Type? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetField(name, OwnFields) is { } field)
                return field;
        }

        return null;
    }
}
