using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Projects;

internal sealed class OtherLanguages
{
    [Test]
    public void VisualBasicIsMeasuredAndHeldToItsBudget()
    {
        using var sandbox = new Sandbox().Project("App.vbproj", properties: "<RootNamespace>Shop</RootNamespace>").Write("Orders.vb", """
            Imports System.Threading.Tasks

            Public Class Orders
                <Global.AsyncWeave.AsyncBudget(MaxAwaitCount:=1)>
                Public Async Function SubmitAsync(customer As String) As Task(Of Integer)
                    Await Task.Delay(1)
                    Await Task.Yield()
                    Return customer.Length
                End Function
            End Class
            """);

        var run = sandbox.Build().MustFail();
        Assert.That(run.Findings.Single() with { Text = "", Line = 0, Column = 0 }, Is.EqualTo(new LogLine(sandbox.FullPath("Orders.vb"), 0, 0, "error", "AW1002", "")));
        Assert.That(sandbox.Report().GetProperty("methods")[0].GetProperty("awaitCount").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public void FSharpBuildsAndIsReported()
    {
        using var sandbox = new Sandbox().Project("App.fsproj", items: "<Compile Include=\"Orders.fs\" />").Write("Orders.fs", """
            module Shop.Orders

            open System.Threading.Tasks

            let submit (customer: string) =
                task {
                    do! Task.Delay 1
                    return customer.Length
                }
            """);

        var run = sandbox.Build().MustSucceed();
        Assert.That(run.Summaries, Has.Count.EqualTo(1));
        Assert.That(run.Findings.Where(finding => finding.Code == "AW0007"), Is.Empty, run.Output);
    }
}
