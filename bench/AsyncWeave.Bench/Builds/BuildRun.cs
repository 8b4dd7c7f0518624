using System.Globalization;
using AsyncWeave.Bench.Speed;

namespace AsyncWeave.Bench.Builds;

/// <summary>What AsyncWeave adds to the build of a small project and of one with thousands of async methods: builds with and without the package, in turn.</summary>
internal static class BuildRun
{
    private const int Rounds = 11;

    public static int Run()
    {
        var directory = Directory.CreateTempSubdirectory("asyncweave-builds-").FullName;
        try
        {
            var feed = PackedTool.Pack(directory);
            foreach (var methods in new[] { 20, GeneratedAssembly.AsyncMethods })
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{methods} async methods"));
                var plain = ThrowawayProject.Create(directory, "Plain" + methods, methods, null, feed);
                var measured = ThrowawayProject.Create(directory, "Measured" + methods, methods, PackedTool.Version, feed);
                Compare("after a change", plain, measured, project => project.Touch());
                Compare("nothing changed", plain, measured, _ => { });
            }

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
        var without = new List<TimeSpan>();
        var with = new List<TimeSpan>();
        for (var round = 0; round <= Rounds; round++)
        {
            before(plain);
            without.Add(plain.Build());
            before(measured);
            with.Add(measured.Build());
        }

        // The first build of each warms the compiler server and the disk.
        var (a, b) = (Median(without.Skip(1)), Median(with.Skip(1)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-16} without {a,7:0} ms   with {b,7:0} ms   {b / a,5:0.00} x"));
    }

    private static double Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(Rounds / 2).TotalMilliseconds;
}
