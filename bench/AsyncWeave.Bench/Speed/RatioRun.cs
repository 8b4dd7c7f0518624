using System.Globalization;

namespace AsyncWeave.Bench.Speed;

/// <summary>CPU time of each way to scan, taken in turn in one process, the least of a few rounds; what counts is the ratio to the floor.</summary>
internal static class RatioRun
{
    // The compiler in the background is done with what runs often by then; its time is the process's as well.
    private const int Rounds = 15;

    private static readonly (string Name, Func<Workload, int> Run)[] Ways =
    [
        ("bare metadata (floor)", Floor.Run),
        ("layouts and awaits", work => Scan.Run(work, rules: false)),
        ("everything", work => Scan.Run(work, rules: true)),
        ("Cecil, naively", NaiveCecil.Run),
    ];

    public static int Run()
    {
        foreach (var workload in new[] { Workload.Generated, Workload.SharedFramework })
            Compare(workload);
        return 0;
    }

    private static void Compare(Workload workload)
    {
        var least = Array.ConvertAll(Ways, _ => double.MaxValue);
        var found = new int[Ways.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var way = 0; way < Ways.Length; way++)
            {
                GC.Collect();
                var before = Environment.CpuUsage.TotalTime;
                found[way] = Ways[way].Run(workload);
                least[way] = Math.Min(least[way], (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            }
        }

        Console.WriteLine(workload.Name);
        for (var way = 0; way < Ways.Length; way++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Ways[way].Name,-24} {least[way],9:0.0} ms  {least[way] / least[0],6:0.00} x  {found[way],6} awaits"));
    }
}
