using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Describe;

/// <param name="Token">Raw.</param>
internal readonly record struct MachineField(uint Token, string Name, NamedRole Role, SignatureType Type);
