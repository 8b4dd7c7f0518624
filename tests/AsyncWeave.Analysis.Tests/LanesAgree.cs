using System.Text;
using System.Text.Json;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests;

/// <summary>How many threads worked on an assembly cannot be told from what they found.</summary>
public sealed class LanesAgree
{
    // Two constructors run one initializer; Task.Run is judged by the lambda; {0} is the class's number.
    private const string Class = """
        class C{0}
        {{
            readonly Func<Task> first = async () => {{ await Task.Delay(1); }};
            readonly Action blocked = () => Task.Delay(1).Wait();
            readonly SemaphoreSlim gate = new(1);
            public C{0}(int n) => N = n;
            public C{0}(string s) => N = s.Length;
            public int N {{ get; }}
            public async Task<int> Sum(IEnumerable<Task<int>> parts, byte[] buffer) {{ var sum = 0; foreach (var part in parts) sum += await part; return sum + buffer.Length; }}
            public Task Later(Func<Task> work) => Task.Run(async () => await work());
            public async ValueTask Guarded(CancellationToken token) {{ await gate.WaitAsync(token); try {{ await Later(first); }} catch (Exception) {{ await Task.Yield(); }} finally {{ gate.Release(); }} }}
            public async void Fire() {{ await Guarded(default); }}
        }}

        """;

    [Test]
    public void WhateverTheirNumber()
    {
        var source = new StringBuilder("using System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks;\n");
        for (var i = 0; i < 250; i++)
            source.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, Class, i);
        var path = Fixture.Compile(source.ToString()).AssemblyPath;

        var alone = AssemblyAnalyzer.Analyze(new AnalysisOptions(path));
        Assert.That(alone.Methods, Has.Count.EqualTo(6 * 250), "one lambda for each constructor");
        Assert.That(Found(alone), Is.SupersetOf(new[] { "AW2003", "AW2006", "AW2007" }));
        foreach (var threads in new[] { 2, 3, 16 })
            Assert.That(JsonSerializer.Serialize(AssemblyAnalyzer.Analyze(new AnalysisOptions(path) { Threads = threads })), Is.EqualTo(JsonSerializer.Serialize(alone)), $"{threads} threads");
    }

    private static HashSet<string> Found(AssemblyReport report) =>
        [.. report.Methods.SelectMany(method => method.Diagnostics).Concat(report.Diagnostics).Select(finding => finding.Id)];
}
