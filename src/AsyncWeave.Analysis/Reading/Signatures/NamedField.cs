namespace AsyncWeave.Analysis.Reading.Signatures;

/// <summary>A field as its row spells it: nothing is resolved.</summary>
/// <param name="DeclaringType">With the arguments of the reference.</param>
internal sealed record NamedField(string Name, SignatureType DeclaringType, SignatureType Type);
