using System.Runtime.CompilerServices;

namespace AsyncWeave.Report.Json;

/// <summary>
/// For the few loops over every byte of a report. A build reads and writes a report once in a process's life, before
/// the runtime would find out by itself that they are worth optimizing.
/// </summary>
internal static class HotPath
{
    /// <summary><c>AggressiveOptimization</c>, which netstandard2.0 does not name; older runtimes ignore it.</summary>
    public const MethodImplOptions Optimize = (MethodImplOptions)512;
}
