using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>When does it suspend? Each await with its line, what it waits for, and where it stands.</summary>
internal static class AwaitText
{
    private static readonly TextTable Table = new(["#", "line", "awaits", "stands in"], 2, [0, 1]);

    public static IEnumerable<TextLine> Suspensions(MethodReport method, TextOptions options)
    {
        yield return TextLine.Of("When does it suspend?", TextStyle.Heading);
        if (method.AwaitCount == 0)
        {
            yield return TextLine.Of(method.Kind == MethodKind.Iterator
                ? "  Never: an iterator stops at each yield, and its caller goes on at once."
                : "  Never: it has no await and always completes synchronously.");
            yield break;
        }

        var loops = method.Awaits.Count(a => a.InLoop);
        yield return TextLine.Of($"  At {Figures.Count(method.AwaitCount, "await")}, whenever what it waits for is not complete yet"
            + (loops == 0 ? "." : $"; {Figures.Number(loops)} in a loop."));
        foreach (var line in Table.Write([.. method.Awaits.Select(Row)], "  ", options))
            yield return line;
    }

    /// <summary>What an await waits for, as short as it stays clear.</summary>
    public static string Operation(Await await)
    {
        var operation = await.Operation is { } call ? TypeNames.ShortOperation(call)
            : await.Awaiter is { } awaiter ? "a value awaited through " + TypeNames.Short(awaiter)
            : "a dynamic value";
        return await.Syntax switch
        {
            AwaitSyntax.AwaitForeach => "foreach: " + operation,
            AwaitSyntax.AwaitUsing => "using: " + operation,
            _ => operation,
        };
    }

    private static IReadOnlyList<string> Row(Await await) =>
    [
        Figures.Number(await.Index),
        await.Line is { } line ? Figures.Number(line) : "?",
        Operation(await),
        Surroundings(await),
    ];

    private static string Surroundings(Await await)
    {
        var region = await.Region == AwaitRegion.Body ? "" : await.Region.ToString().ToLowerInvariant();
        return await.InLoop ? region.Length == 0 ? "loop" : "loop, " + region : region;
    }
}
