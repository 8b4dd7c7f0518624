namespace AsyncWeave.Model;

/// <param name="Name">Simple name.</param>
/// <param name="Mvid">Module version id, in the form <c>xxxxxxxx-xxxx-…</c>.</param>
/// <param name="TargetFramework">Short moniker from the assembly's <c>TargetFrameworkAttribute</c> or the build, such as <c>net10.0</c>; null where neither says.</param>
/// <param name="Optimized">False when the assembly was compiled with the JIT optimizer disabled (<c>DebuggableAttribute</c>).</param>
/// <param name="Symbols"><c>portable</c>, <c>embedded</c>, <c>windows</c> (unreadable here) or <c>none</c>.</param>
public sealed record AssemblyIdentity(string Name, string Mvid, string? TargetFramework, bool Optimized, string Symbols);
