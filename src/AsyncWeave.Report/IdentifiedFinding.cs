using AsyncWeave.Model;

namespace AsyncWeave.Report;

/// <param name="Method">Null for what concerns no listed method.</param>
/// <param name="Fingerprint">32 hexadecimal digits.</param>
internal sealed record IdentifiedFinding(Diagnostic Diagnostic, MethodReport? Method, string Fingerprint);
