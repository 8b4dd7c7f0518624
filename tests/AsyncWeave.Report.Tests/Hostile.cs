using AsyncWeave.Model;

namespace AsyncWeave.Report.Tests;

/// <summary>Names that metadata allows and that every format has to survive.</summary>
internal static class Hostile
{
    public static readonly string[] Names =
    [
        "<script>alert(1)</script>",
        "a|b|c\n| injected | row |",
        "![x](http://evil/x.png) [link](javascript:1) @everyone #1",
        "```\n## heading",
        "::error file=a::boom\r\n::set-output name=x::y",
        "##vso[task.setvariable variable=x]y",
        "##teamcity[buildProblem description='x']",
        "']; ##vso[task.complete result=Succeeded;]",
        "--><img src=x onerror=alert(1)>",
        "</code></details></table><h1>gone",
        "\u202eevil\u2066\u200b\u0007\u001b[31m",
        "\"quoted\\\" 'single' `tick` %0A%AZP25 ;]",
        new string('x', 10_000),
        "\ud83d\ude00 \ud800 lone",
    ];

    /// <summary>A method of that name, with a finding that speaks of it.</summary>
    public static MethodReport Method(string name, int number)
    {
        var method = Samples.Method();
        return method with
        {
            Id = "M:" + name + number,
            Name = name,
            DisplayName = name,
            Token = "0x0600" + number.ToString("x4"),
            Source = new SourceSpan("src/" + name + ".cs", 1, 1, 2),
            Budget = new Budget(BudgetStatus.Fail, new Limits(1, null, null, null), name),
            Diagnostics =
            [
                new Diagnostic("AW1001", "M:" + name + number, Severity.Error, name + ": state machine is 56 B", "src/" + name + ".cs", 1, 1),
                new Diagnostic("AW2003", "M:" + name + number, Severity.Warning, "async void " + name, "src/" + name + ".cs", 1, 1),
            ],
        };
    }

    public static AssemblyReport Report()
    {
        var report = Samples.Report(Names.Select(Method).ToArray());
        return report with { Assembly = report.Assembly with { Name = "My<App>|x" } };
    }
}
