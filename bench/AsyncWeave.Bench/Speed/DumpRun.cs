using AsyncWeave.Analysis;
namespace AsyncWeave.Bench.Speed;
internal static class DumpRun
{
    public static int Run(string list, string output)
    {
        using var writer = new StreamWriter(output);
        using var session = new AnalysisSession();
        var (methods, awaits) = (0, 0);
        foreach (var path in File.ReadAllLines(list))
        {
            try
            {
                var report = session.Analyze(new AnalysisOptions(path));
                writer.WriteLine($"== {path}");
                foreach (var d in report.Diagnostics) writer.WriteLine($"  ! {d}");
                foreach (var m in report.Methods)
                {
                    methods++;
                    writer.WriteLine($"{m.Id} {m.Kind}");
                    foreach (var a in m.Awaits) { awaits++; writer.WriteLine($"  {a}"); }
                    foreach (var f in m.StateMachine?.Fields ?? []) writer.WriteLine($"  {f.Name} {f.Offset} {f.Role} [{string.Join(',', f.LiveAcross)}] {f.FirstWriteLine} {f.LastReadLine} {f.SavesBytes}");
                    if (m.Continuation is { } c) writer.WriteLine($"  {c}");
                    foreach (var d in m.Diagnostics) writer.WriteLine($"  ! {d}");
                }
            }
            catch (UnreadableAssemblyException fault) { writer.WriteLine($"== {path} {fault.Message}"); }
        }
        Console.WriteLine($"{methods} methods {awaits} awaits");
        return 0;
    }
}
