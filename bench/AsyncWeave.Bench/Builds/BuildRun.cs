using System.Globalization;

namespace AsyncWeave.Bench.Builds;

/// <summary>What AsyncWeave adds to the build of a project with thousands of async methods: builds with and without the package, in turn.</summary>
internal static class BuildRun
{
    private const int Rounds = 5;

    public static int Run()
    {
        var directory = Directory.CreateTempSubdirectory("asyncweave-builds-").FullName;
        try
        {
            var feed = PackedTool.Pack(directory);
            var plain = ThrowawayProject.Create(directory, "Plain", null, feed);
            var measured = ThrowawayProject.Create(directory, "Measured", PackedTool.Version, feed);
            Compare("after a change", plain, measured, project => project.Touch());
            Compare("nothing changed", plain, measured, _ => { });
            return 0;
        }
        finally
        {
            PackedTool.Forget();
            Directory.Delete(directory, recursive: true);
        }
    }

    private static void Compare(string name, ThrowawayProject plain, ThrowawayProject measured, Action<ThrowawayProject> before)
    {
        var without = new List<BuildTime>();
        var with = new List<BuildTime>();
        for (var round = 0; round <= Rounds; round++)
        {
            before(plain);
            without.Add(plain.Build());
            before(measured);
            with.Add(measured.Build());
        }

        Console.WriteLine(name);
        Print("wall", without, with, time => time.Wall);
        Print("CPU of MSBuild", without, with, time => time.Processor);
    }

    // The first build of each warms the compiler server and the disk.
    private static void Print(string what, List<BuildTime> without, List<BuildTime> with, Func<BuildTime, TimeSpan> part)
    {
        var (a, b) = (Median(without.Skip(1).Select(part)), Median(with.Skip(1).Select(part)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-15} without {a,7:0} ms   with {b,7:0} ms   {b / a,5:0.00} x"));
    }

    private static double Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(Rounds / 2).TotalMilliseconds;
}
