using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>Places where the document is not the file, or the method is in two parts, or has no declaration.</summary>
public sealed class MappedSources
{
    // What the Razor compiler writes: its own lines in a generated document, the author's by spans in the page.
    private const string Razor = """
        #line default
        using System;
        using System.Threading.Tasks;
        public class Page
        {
        #line 1 "/src/Pages/Page_razor.g.cs"
            static Task<int> F() => Task.FromResult(1);
            async Task<int> Rendered() => await F();
            async void Registered() { await F(); }
            void Built() { F(); Func<Task<int>> f = async () => await F(); f(); }
            int Blocked() => F().Result;
        #line (12,5)-(12,60) 4 "/src/Pages/Page.razor"
            async Task Clicked() { while (true) await F(); }
        #line default
        }
        """;

    [Test]
    public void ThePageSpeaksAndWhatRazorWroteIsSilent([Values] bool optimize)
    {
        var report = Analyze(Razor, new FixtureOptions(Optimize: optimize));
        var raised = report.Methods.SelectMany(method => method.Diagnostics).Concat(report.Diagnostics).Where(finding => finding.Severity > Severity.None && finding.Id.StartsWith("AW2", StringComparison.Ordinal));

        Assert.That(raised.Select(finding => (finding.Id, Path.GetFileName(finding.File), finding.Line)), Is.EqualTo(new[] { ("AW2004", "Page.razor", (int?)12) }));
        Assert.That(report.Methods.Single(method => method.Name == "Page.Clicked").Awaits.Single().Line, Is.EqualTo(12));
    }

    [Test]
    public void TopLevelStatementsAndTheirFunctions([Values] bool optimize)
    {
        var report = Analyze("""
            using System.Threading.Tasks;
            await Task.Delay(1);
            for (var i = 0; i < 3; i++)
                await Task.Delay(i);
            await Local(2);
            async Task Local(int n)
            {
                await Task.Delay(n);
            }
            """, new FixtureOptions(Optimize: optimize, Executable: true));

        Assert.That(Awaits(report), Is.EqualTo(new[] { "EntryPoint 2 once", "EntryPoint 4 loop", "EntryPoint 5 once", "LocalFunction 8 once" }));
    }

    [Test]
    public void PartialMethodsStandWhereTheirBodyIs([Values] bool optimize)
    {
        var report = Analyze("""
            using System.Threading.Tasks;
            public partial class Orders
            {
                public partial Task<int> Load(int id);
            }
            public partial class Orders
            {
                public async partial Task<int> Load(int id)
                {
                    await Task.Delay(id);
                    return id;
                }
            }
            """, new FixtureOptions(Optimize: optimize));

        Assert.That(Awaits(report), Is.EqualTo(new[] { "Method 10 once" }));
        Assert.That(report.Methods.Single().Id, Is.EqualTo("M:Orders.Load(System.Int32)"));
    }

    // A field initializer is compiled once for each constructor that runs it.
    [Test]
    public void LambdasInInitializersAreReportedOnce([Values] bool optimize)
    {
        var report = Analyze("""
            using System;
            using System.Threading.Tasks;
            public class Orders
            {
                private readonly Func<int, Task<int>> load = async n => await Load(n);
                private readonly Action fire = async () => await Load(1);
                public Func<Task> Poll { get; } = async () => { while (true) await Load(1); };
                public Orders() { }
                public Orders(int n) { Console.WriteLine(n); }
                public Orders(string s) : this(1) { }
                private static Task<int> Load(int n) => Task.FromResult(n);
            }
            """, new FixtureOptions(Optimize: optimize));
        var raised = report.Methods.SelectMany(method => method.Diagnostics).Concat(report.Diagnostics).Where(finding => finding.Id is "AW2003" or "AW2004" or "AW2005");

        Assert.That(raised.Select(finding => (finding.Id, finding.Line)).Order(), Is.EqualTo(new[] { ("AW2003", (int?)6), ("AW2004", (int?)7), ("AW2005", (int?)5) }));
    }

    // As files of one name look that are linked in from several projects.
    [Test]
    public void TwoMethodsAtOnePlaceEachHaveTheirFindings([Values] bool optimize)
    {
        const string method = """

            #line 3 "App.cs"
                public async Task Run(int[] all) { foreach (var each in all) await Task.Delay(each); Console.WriteLine(all); }
            #line default

            """;
        var report = Analyze($"using System; using System.Threading.Tasks; namespace One {{ public class App {{ {method} }} }} namespace Two {{ public class App {{ {method} }} }}", new FixtureOptions(Optimize: optimize));
        var raised = report.Methods.Select(found => (found.Id, Traps: found.Diagnostics.Count(finding => finding.Id == "AW2004")));

        Assert.That(raised, Is.EquivalentTo(new[] { ("M:One.App.Run(System.Int32[])", 1), ("M:Two.App.Run(System.Int32[])", 1) }));
    }

    private static AssemblyReport Analyze(string source, FixtureOptions options) => AssemblyAnalyzer.Analyze(new AnalysisOptions(Fixture.Compile(source, options).AssemblyPath));

    private static IEnumerable<string> Awaits(AssemblyReport report) => report.Methods
        .SelectMany(method => method.Awaits.Select(await => $"{method.Form} {await.Line} {(await.InLoop ? "loop" : "once")}"));
}
