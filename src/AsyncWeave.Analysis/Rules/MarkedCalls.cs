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
        foreach (var call in code.Calls)
        {
            if (code.Op(call) is Code.Call or Code.Callvirt)
                calls.Mark(call, interests.Of(code.RawOperand(call)));
        }

        return calls;
    }

    public bool Mention(Interest interest) => (Mentions & interest) != 0;

    /// <summary>Indices of the calls with any of these marks, in layout order.</summary>
    public Marked Of(Interest interest) => new(all, interest);

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

    private void Mark(int at, Interest interest)
    {
        if (interest == Interest.None)
            return;
        all.Add((at, interest));
        Mentions |= interest;
    }

    /// <summary>Some of the calls, gone through without an object.</summary>
    public readonly struct Marked(List<(int At, Interest Interest)> all, Interest interest)
    {
        public Enumerator GetEnumerator() => new(all, interest);
    }

    public struct Enumerator(List<(int At, Interest Interest)> all, Interest interest)
    {
        private int next;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (next < all.Count)
            {
                var (at, marks) = all[next++];
                if ((marks & interest) == 0)
                    continue;
                Current = at;
                return true;
            }

            return false;
        }
    }
}
