namespace AsyncWeave.Analysis.Layout;

/// <summary>A field that a type itself declares, not placed yet.</summary>
/// <param name="Type">The closed type.</param>
/// <param name="Nested">The struct's own layout; null for references and primitives.</param>
internal readonly record struct OwnField(DeclaredField Field, ClosedType Type, MemberShape Shape, TypeLayout? Nested);
