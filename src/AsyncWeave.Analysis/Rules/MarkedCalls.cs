using AsyncWeave.Analysis.Flow;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>The calls of one body that some rule asks for, found in one pass.</summary>
internal sealed class MarkedCalls
{
    private readonly List<(int At, Interest Interest)> all = [];

    /// <summary>All of them together.</summary>
    public Interest Mentions { get; private set; }

    public static MarkedCalls In(BodyCode code, MemberInterests interests)
    {
        var calls = new MarkedCalls();
        for (var i = 0; i < code.Count; i++)
        {
            if (code.Op(i) is not (Code.Call or Code.Callvirt) || interests.Of(code.RawOperand(i)) is not (not Interest.None and var interest))
                continue;
            calls.all.Add((i, interest));
            calls.Mentions |= interest;
        }

        return calls;
    }

    public bool Mention(Interest interest) => (Mentions & interest) != 0;

    /// <summary>Indices of the calls with any of these marks, in layout order.</summary>
    public IEnumerable<int> Of(Interest interest)
    {
        foreach (var (at, marks) in all)
        {
            if ((marks & interest) != 0)
                yield return at;
        }
    }

    /// <summary>Whether some call has the first mark without the second.</summary>
    public bool MentionAlone(Interest interest, Interest without)
    {
        foreach (var (_, marks) in all)
        {
            if ((marks & (interest | without)) == interest)
                return true;
        }

        return false;
    }

    public int Count(Interest interest)
    {
        var count = 0;
        foreach (var (_, marks) in all)
            count += (marks & interest) != 0 ? 1 : 0;
        return count;
    }
}
