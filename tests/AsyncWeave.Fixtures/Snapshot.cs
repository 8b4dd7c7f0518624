using System.Runtime.CompilerServices;

namespace AsyncWeave.Fixtures;

/// <summary>Compares text for people with the file that a reviewer has read: <c>Snapshots/NAME.txt</c> beside the test.</summary>
public static class Snapshot
{
    /// <summary>Null when equal; otherwise what differs. What was written instead is left beside the snapshot as <c>NAME.received.txt</c>.</summary>
    public static string? Difference(string actual, string name, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots", name + ".txt");
        var received = Path.ChangeExtension(path, ".received.txt");
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected == actual)
        {
            File.Delete(received);
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(received, actual);
        return $"{name}: differs from its snapshot; written instead:\n{actual}";
    }
}
