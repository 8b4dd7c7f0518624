using Mono.Cecil;

namespace AsyncWeave.Analysis.Layout;

/// <summary>A field that a type itself declares, not placed yet.</summary>
/// <param name="TypeName">Full metadata name of the closed type.</param>
/// <param name="Nested">The struct's own layout; null for references and primitives.</param>
internal readonly record struct OwnField(FieldDefinition Field, string TypeName, MemberShape Shape, TypeLayout? Nested);
