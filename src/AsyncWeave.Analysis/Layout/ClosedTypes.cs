namespace AsyncWeave.Analysis.Layout;

/// <summary>Definitions with their arguments: one object for each, so that a type is laid out once.</summary>
internal sealed class ClosedTypes(int pointerSize)
{
    private const int DeepestArguments = 100;

    private readonly Dictionary<DefinitionKey, ClosedType> definitions = [];

    /// <summary>A class stands for its instances, an enum for its integer.</summary>
    public ClosedType Define(TypeDeclaration declaration, ClosedType[] arguments)
    {
        var key = new DefinitionKey(declaration, arguments);
        if (!definitions.TryGetValue(key, out var known))
            definitions[key] = known = DefineNew(declaration, arguments);
        return known;
    }

    /// <summary>What a signature uses as a struct must be one.</summary>
    public static ClosedType RefuseClass(ClosedType closed) =>
        closed is DefinedClosedType { Declaration: { IsValueType: false } declaration }
            ? new UnknownClosedType(closed.Name, new Doubt(closed.Name + " is used as a struct but is a class in " + declaration.AssemblyName))
            : closed;

    private ClosedType DefineNew(TypeDeclaration declaration, ClosedType[] arguments)
    {
        var closed = new DefinedClosedType(declaration, arguments);
        if (declaration.IsEnum)
            return declaration.EnumSize(pointerSize) is > 0 and var size
                ? new PlainClosedType(closed.Name, size)
                : new UnknownClosedType(closed.Name, new Doubt(closed.Name + " is an enum without an underlying integer"));
        return closed.Depth > DeepestArguments || closed.NameLength > TypeNames.Longest
            ? new UnknownClosedType(declaration.FullName, new Doubt(declaration.FullName + " contains itself in ever longer forms"))
            : closed;
    }
}
