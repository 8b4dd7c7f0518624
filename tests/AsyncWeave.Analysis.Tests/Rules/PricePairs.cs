namespace AsyncWeave.Analysis.Tests.Rules;

/// <summary>For each rule that states bytes: a trap (<c>Before</c>), and the same method once the advice is followed (<c>After</c>).</summary>
internal static class PricePairs
{
    private const string Usings = "using System; using System.Threading.Tasks;\n";

    private const string Tools = """
        static int N() => 1; static void Use<T>(T t) { } static Task<int> Same(Task<int> task) => task;
        public struct Large { public long A, B, C, D, E, F, G, H, I; }
        static readonly byte[] shared = new byte[8192];
        """;

    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["AW2001"] = """
            public static async Task<int> Before(Task<int> task) => await Same(task);
            public static Task<int> After(Task<int> task) => Same(task);
            """,
        ["AW2005"] = """
            static readonly Func<Task<int>, Task<int>> wraps = async task => await Same(task);
            static readonly Func<Task<int>, Task<int>> passes = task => Same(task);
            public static object Before(Task<int> task) => wraps(task);
            public static object After(Task<int> task) => passes(task);
            """,
        ["AW2010"] = """
            public static Task<int> Before(Task<int> task) => Holds(default, task);
            public static Task<int> After(Task<int> task) { Use(default(Large)); return Rest(task); }
            static async Task<int> Holds(Large large, Task<int> task) { var r = await task; Use(large); return r; }
            static async Task<int> Rest(Task<int> task) { var r = await task; Use(r); return r; }
            """,
        ["AW2011"] = """
            public static async Task<int> Before(Task<int> task) { var buffer = new byte[8192]; var r = await task; Use(buffer); return r; }
            public static async Task<int> After(Task<int> task) { var buffer = shared; var r = await task; Use(buffer); return r; }
            """,
        ["AW2013"] = """
            public static Task<int> Before(Task<int> task) => Keeps("", task);
            public static Task<int> After(Task<int> task) { Use(""); return Rest(task); }
            static async Task<int> Keeps(string text, Task<int> task) { Use(text); var r = await task; Use(2); return r; }
            static async Task<int> Rest(Task<int> task) { var r = await task; Use(2); return r; }
            """,
        ["AW2014"] = """
            static string T() => "";
            public static async Task<string> Before(Task<int> task) => string.Concat(T(), await task);
            public static async Task<string> After(Task<int> task) { var r = await task; return string.Concat(T(), r); }
            """,
        ["AW2017"] = """
            public static object Before(Task<int> task) => Early(1000, task);
            public static object After(Task<int> task) { EarlyValue(1000, task); return task; }
            static async Task<int> Early(int x, Task<int> task) { if (x > 9) return x; return await task + 1; }
            static async ValueTask<int> EarlyValue(int x, Task<int> task) { if (x > 9) return x; return await task + 1; }
            """,
        ["AW2002"] = """
            public static async Task<int> Before(Task<int> task) { Use(task); return 1000; }
            """,
        ["AW2006"] = """
            public static object Before(Task<int> task) => Task.Run(async () => await Same(task));
            """,
    };

    public static string SourceOf(string rule) => Usings + "public static class Pair\n{\n" + Tools + "\n" + Bodies[rule] + "\n}\n";
}
