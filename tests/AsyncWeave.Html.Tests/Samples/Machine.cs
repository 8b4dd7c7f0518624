using AsyncWeave.Model;

namespace AsyncWeave.Html.Tests.Samples;

/// <summary>Places fields one behind the other, which is all that a page needs to be shown; real layouts are tested where they are computed.</summary>
internal sealed class Machine(string type)
{
    private readonly List<StateMachineField> fields = [];
    private int end;

    public static Machine Of(string type) => new(type);

    public static IReadOnlyList<StateMachineField> Inside(params (string Name, string Type, int Size)[] fields)
    {
        var at = 0;
        return [.. fields.Select(f =>
        {
            var field = new StateMachineField(f.Name, "0x04000001", FieldRole.Other, null, f.Type, at, f.Size, 0, [], null, null, 0, []);
            at += f.Size;
            return field;
        })];
    }

    public Machine With(FieldRole role, string name, string fieldType, int size, int[] liveAcross, int padding = 0, int saves = 0, string? sourceName = null, IReadOnlyList<StateMachineField>? inside = null)
    {
        fields.Add(new StateMachineField(name, "0x04000021", role, sourceName, fieldType, end, size, padding, liveAcross, null, null, saves, inside ?? []));
        end += size + padding;
        return this;
    }

    public Machine WithBuilder() => With(
        FieldRole.Builder, "<>t__builder", "System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1<System.Int32>", 8, [0],
        inside: Inside(("m_task", "System.Threading.Tasks.Task`1<System.Int32>", 8)));

    public StateMachine Build(bool exact = true, string? because = null, string? assumes = null, bool isValueType = true) => new(
        "0x02000007", type, isValueType, isValueType ? end : end + 16, 8, fields.Sum(f => f.Padding), true, exact, because, assumes, [.. fields]);
}
