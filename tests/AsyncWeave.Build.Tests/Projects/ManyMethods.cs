using System.Text;
using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Projects;

internal sealed class ManyMethods
{
    [Test, Category("Slow")]
    public void AreAllMeasured()
    {
        using var sandbox = new Sandbox().Project().Write("Many.cs", Source(2000));

        sandbox.Build().MustSucceed();
        var report = sandbox.Report();
        Assert.That(report.GetProperty("summary").GetProperty("stateMachines").GetInt32(), Is.EqualTo(2000));
        Assert.That(report.GetProperty("methods").EnumerateArray().All(method => method.GetProperty("stateMachine").GetProperty("exact").GetBoolean()), Is.True);

        // Method n hoists n % 5 numbers: so many names must be in its state machine.
        foreach (var method in report.GetProperty("methods").EnumerateArray())
        {
            var n = int.Parse(method.GetProperty("name").GetString()!.Split("Run")[1][..^5]);
            var locals = method.GetProperty("stateMachine").GetProperty("fields").EnumerateArray().Count(field => field.GetProperty("role").GetString() == "local");
            Assert.That(locals, Is.EqualTo(n % 5), $"method {n}");
        }
    }

    private static string Source(int count)
    {
        var source = new StringBuilder("public static class Many\n{\n");
        for (var n = 0; n < count; n++)
        {
            source.Append($"    public static async Task<int> Run{n}Async(int start)\n    {{\n");
            for (var local = 0; local < n % 5; local++)
                source.Append($"        var v{local} = start + {local};\n");
            source.Append("        await Task.Delay(start);\n        return start");
            for (var local = 0; local < n % 5; local++)
                source.Append($" + v{local}");
            source.Append(";\n    }\n");
        }

        return source.Append("}\n").ToString();
    }
}
