using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Layout.Fuzz;

/// <summary>An upper bound of a drawn struct's bytes, to keep nesting from growing without end.</summary>
internal static class Weight
{
    private const int OfFrameworkStruct = 80;

    public static int Of(TypeDefinition type)
    {
        var fields = type.Fields.Sum(field => Of(field.FieldType));
        var laidOut = type.IsExplicitLayout ? type.Fields.Select(field => field.Offset + Of(field.FieldType)).DefaultIfEmpty().Max() : fields;
        var repeated = type.HasCustomAttributes ? laidOut * 5 : laidOut;
        return Math.Max(repeated, type.ClassSize) + 8;
    }

    public static int Of(TypeReference type) => type switch
    {
        TypeDefinition { IsValueType: true } drawn => Of(drawn),
        GenericInstanceType { ElementType: TypeDefinition drawn } closed => Of(drawn) + drawn.Fields.Count * closed.GenericArguments.Sum(Of),
        _ => OfFrameworkStruct,
    };
}
