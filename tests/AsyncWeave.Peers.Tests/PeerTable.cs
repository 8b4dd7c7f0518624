namespace AsyncWeave.Peers.Tests;

/// <summary>The comparable rules, in the order of ours.</summary>
internal static class PeerTable
{
    public static IReadOnlyList<Peer> All { get; } =
    [
        new("AW2001", "AsyncFixer01", ["AsyncFixer01"], "a write to an `AsyncLocal` before the await; an async void"),
        new("AW2001", "Meziantou MA0215", ["MA0215"], "the same write; local functions are not looked at"),
        new("AW2001", "Roslynator RCS1174", ["RCS1174"], "only methods with a result"),
        new("AW2002", "compiler CS1998", ["CS1998"], "the compiler of this run no longer gives it"),
        new("AW2003", "VSTHRD100, VSTHRD101", ["VSTHRD100", "VSTHRD101"], "event handlers are flagged as well"),
        new("AW2003", "Meziantou MA0147, MA0155", ["MA0147", "MA0155"], "event handlers are flagged as well"),
        new("AW2003", "AsyncFixer03", ["AsyncFixer03"], "local functions are not looked at; handlers by method group"),
        new("AW2005", "Roslynator RCS1174, MA0215", ["RCS1174", "MA0215"], "only lambdas with a result"),
        new("AW2006", "AsyncFixer05", ["AsyncFixer05"], "only `StartNew`"),
        new("AW2007", "VSTHRD002, VSTHRD103", ["VSTHRD002", "VSTHRD103"], "tasks known to be complete: an awaited array, `WhenAny`, `IsCompleted…`, `FromResult`"),
        new("AW2007", "Meziantou MA0042, MA0045", ["MA0042", "MA0045"], "as above, and after an await; `WaitAll`, `WaitAny` and `Dispose` are passed over"),
        new("AW2007", "AsyncFixer02", ["AsyncFixer02"], "only async methods"),
        new("AW2008", "VSTHRD110", ["VSTHRD110"], "async methods are left to the compiler"),
        new("AW2008", "Meziantou MA0134", ["MA0134"], "async methods are left to the compiler"),
        new("AW2008", "compiler CS4014", ["CS4014"], "only async methods"),
        new("AW2009", "VSTHRD111", ["VSTHRD111"]),
        new("AW2009", "Roslynator RCS1090", ["RCS1090"]),
        new("AW2009", "Meziantou MA0004", ["MA0004"], "`await foreach` and `await using` are flagged as well"),
        new("AW2015", "Meziantou MA0032, MA0040", ["MA0032", "MA0040"], "flags where no token is at hand"),
    ];
}
