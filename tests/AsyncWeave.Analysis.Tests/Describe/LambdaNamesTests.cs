using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Describe;

public sealed class LambdaNamesTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        public class Orders
        {
            private readonly Worker field = new(async () => await Task.Yield());
            public event Func<Task>? Changed;
            public Func<Task>? OnFailed { get; set; }

            public async Task SubmitAsync(int id)
            {
                await Retry(3, async () => await Task.Delay(id));
                await Retry<int>(async value => await Task.Delay(value), 4);
            }

            public async Task Twice()
            {
                await Task.Run(async () => await Task.Yield());
                await Task.Run(async () => { await Task.Yield(); await Task.Yield(); });
                await Retry(1, async () => await Task.Yield());
            }

            public void Subscribe()
            {
                Changed += async () => await Task.Yield();
                OnFailed = async () => await Task.Yield();
            }

            public Func<Task> Stored()
            {
                Func<Task> stored = async () => await Task.Yield();
                return stored;
            }

            public Task Nested(int depth) => Retry(2, async () => await Retry(depth, static async () => await Task.Yield()));

            public void InGeneric<T>(T value) => Use(async () => { await Task.Yield(); Console.WriteLine(value); });

            private static Task Retry(int times, Func<Task> work) => work();
            private static Task Retry<T>(Func<T, Task> work, int times) => Task.CompletedTask;
            private static void Use(Func<Task> work) => work();
        }

        public class Worker { public Worker(Func<Task> work) { } }
        """;

    private static readonly string[] Expected =
    [
        "Orders.InGeneric<T>: lambda in Use",
        "Orders.Nested: lambda 1 in Retry",
        "Orders.Nested: lambda 2 in Retry",
        "Orders.Stored: lambda 1",
        "Orders.SubmitAsync: lambda 1 in Retry",
        "Orders.SubmitAsync: lambda 2 in Retry",
        "Orders.Subscribe: lambda in Changed",
        "Orders.Subscribe: lambda in OnFailed",
        "Orders.Twice: lambda 1 in Run",
        "Orders.Twice: lambda 2 in Run",
        "Orders.Twice: lambda in Retry",
        "Orders.new: lambda in new Worker",
    ];

    private static IEnumerable<FixtureOptions> Configurations =>
        [FixtureOptions.Release, FixtureOptions.Debug, FixtureOptions.Release with { RuntimeAsync = true }];

    [TestCaseSource(nameof(Configurations))]
    public void SayWhatALambdaIsPassedTo(FixtureOptions options)
    {
        var report = AssemblyAnalyzer.Analyze(new AnalysisOptions(Fixture.Compile(Source, options).AssemblyPath));

        var lambdas = report.Methods.Where(method => method.Form == MethodForm.Lambda).ToList();
        Assert.That(lambdas.Select(lambda => lambda.DisplayName).Order(StringComparer.Ordinal), Is.EqualTo(Expected).AsCollection);
        Assert.That(lambdas.Select(lambda => lambda.Name), Has.All.Contains(".<lambda "), "what patterns match stays as it is");
    }
}
