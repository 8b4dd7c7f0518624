using System.Reflection.Metadata;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Decodes the two attributes that users write for this tool.</summary>
internal static class DeclaredAttributes
{
    private const string Category = "AsyncWeave";

    public static Limits Limits(MetadataReader metadata, CustomAttributeHandle handle)
    {
        var named = Decode(metadata, handle).NamedArguments;
        return new Limits(Number("MaxStateMachineSize"), Number("MaxAwaitCount"), Number("MaxHoistedFields"), Number("MaxSuspensionBytes"));

        // A negative figure is what an attribute property that was never set may hold.
        int? Number(string name) => named.FirstOrDefault(argument => argument.Name == name).Value is int value and >= 0 ? value : null;
    }

    /// <summary>Null when it is another tool's, or meant for another member.</summary>
    /// <param name="targets">Ids that an assembly-wide suppression may name; null takes only those that name none.</param>
    public static Suppression? Suppression(MetadataReader metadata, CustomAttributeHandle handle, string scope, List<string>? targets)
    {
        var value = Decode(metadata, handle);
        if (value.FixedArguments.Length < 2 || value.FixedArguments[0].Value as string != Category || value.FixedArguments[1].Value is not string rule)
            return null;
        if (Named("Target")?.TrimStart('~') is { Length: > 0 } target && targets?.Contains(target) != true)
            return null;

        var colon = rule.IndexOf(':');
        return new Suppression((colon < 0 ? rule : rule.Substring(0, colon)).Trim(), scope, Named("Justification"));

        string? Named(string name) => value.NamedArguments.FirstOrDefault(argument => argument.Name == name).Value as string;
    }

    private static CustomAttributeValue<string> Decode(MetadataReader metadata, CustomAttributeHandle handle)
    {
        try
        {
            return metadata.GetCustomAttribute(handle).DecodeValue(AttributeTypeNames.Instance);
        }
        catch (BadImageFormatException)
        {
            return new CustomAttributeValue<string>([], []);
        }
    }
}
