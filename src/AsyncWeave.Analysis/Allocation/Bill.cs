using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>Adds up one <see cref="AllocationBill"/>.</summary>
internal sealed class Bill
{
    private readonly List<AllocatedObject> objects = [];
    private readonly List<string> notes = [];
    private bool exact = true;

    public Bill Add(MadeObject made, string reason)
    {
        exact &= made.Exact;
        if (made.Bytes > 0)
            objects.Add(made.Because(reason));
        return this;
    }

    public Bill Note(string? note)
    {
        if (note is not null)
            notes.Add(note);
        return this;
    }

    /// <summary>The objects are a lower bound.</summary>
    public Bill Doubt(string because)
    {
        exact = false;
        return Note(because);
    }

    public AllocationBill Total() => new(objects) { Exact = exact, Note = notes.Count == 0 ? null : string.Join("; ", notes) };
}
