using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Gives findings their identity: id, method and the place among their like, which does not shift with lines.</summary>
internal sealed class FindingLog
{
    private const string Constructor = ".#ctor"; // in documentation ids
    private const string Witnessed = "$W";

    private readonly Dictionary<string, List<Count>> counts = [];
    private readonly Dictionary<Said, string> methodAt = [];
    private (string? Method, List<Count> Counts) last = (null, []);

    /// <summary>What another one gave to other methods.</summary>
    public void Add(FindingLog other)
    {
        foreach (var pair in other.counts)
            counts[pair.Key] = pair.Value;
        foreach (var pair in other.methodAt)
            methodAt[pair.Key] = pair.Value;
    }

    /// <inheritdoc cref="Write(DiagnosticDescriptor, Finding, string, SourceSpan)"/>
    public Diagnostic? Write(DiagnosticDescriptor descriptor, Finding finding, MethodReport method) =>
        Write(descriptor, finding, method.Id, method.Source);

    /// <summary>Null where the same was said of another method that was compiled from the same lines.</summary>
    /// <param name="fallback">Where the method stands, for findings on the method as a whole.</param>
    public Diagnostic? Write(DiagnosticDescriptor descriptor, Finding finding, string method, SourceSpan? fallback)
    {
        var place = finding.Place is { File: not null, Line: > 0 } known ? known
            : fallback is null ? default(Place?)
            : new Place(fallback.File, fallback.Line, fallback.Column, fallback.Line);
        if (place is { } said && IsSaidElsewhere(descriptor.Id, said, method))
            return null;
        return new Diagnostic(descriptor.Id, method, finding.Severity ?? descriptor.DefaultSeverity, finding.Message, place?.File, place?.Line, place?.Column, finding.SavesBytes)
        {
            EndLine = place is { } at && at.EndLine > at.Line ? at.EndLine : null,
            Ordinal = NextOrdinal(descriptor.Id, method),
        };
    }

    // Findings come method by method, and a method's id is long to hash.
    private int NextOrdinal(string id, string method)
    {
        if (!ReferenceEquals(last.Method, method))
        {
            if (!counts.TryGetValue(method, out var known))
                counts[method] = known = [];
            last = (method, known);
        }

        foreach (var count in last.Counts)
        {
            if (count.Id == id)
                return ++count.Last;
        }

        last.Counts.Add(new Count(id));
        return 0;
    }

    private bool IsSaidElsewhere(string id, Place place, string method)
    {
        if (place is not { File: { } file })
            return false;
        var key = new Said(id, file, place.Line, place.Column);
        if (methodAt.TryGetValue(key, out var first))
            return first != method && (RunOneInitializer(first, method) || IsOneInline(first, method));
        methodAt[key] = method;
        return false;
    }

    // An initializer is compiled into each constructor that runs it. Most methods only seem to stand at one place: the paths of files
    // that come from several projects are cut at their own.
    private static bool RunOneInitializer(string one, string other) =>
        one.IndexOf(Constructor, StringComparison.Ordinal) is >= 0 and var length
        && other.IndexOf(Constructor, StringComparison.Ordinal) == length && string.CompareOrdinal(one, 0, other, 0, length) == 0;

    // F# compiles an inline member a second time, `$W`, with its operators as parameters.
    private static bool IsOneInline(string one, string other) =>
        one.Contains(Witnessed) != other.Contains(Witnessed) && Head(one) == Head(other);

    private static string Head(string method) => method.Split('(')[0].Replace(Witnessed, "");

    /// <summary>How far the ordinals of one rule on one method have come.</summary>
    private sealed class Count(string id)
    {
        public string Id { get; } = id;

        public int Last { get; set; }
    }

    private readonly record struct Said(string Id, string File, int Line, int Column)
    {
        // A file has a path that is long to hash, and all that was said in it.
        public override int GetHashCode() => (397 * Line) ^ (31 * Column) ^ Id[Id.Length - 1] ^ (Id[Id.Length - 2] << 4);
    }
}
