using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Infers the context from the frameworks that a module references.</summary>
internal static class CodeContexts
{
    private static readonly (string Reference, CodeContext Context)[] Frameworks =
    [
        ("nunit.framework", CodeContext.Tests), ("xunit.", CodeContext.Tests), ("Microsoft.VisualStudio.TestPlatform.TestFramework", CodeContext.Tests),
        ("MSTest.TestFramework", CodeContext.Tests), ("TUnit.Core", CodeContext.Tests),
        ("PresentationFramework", CodeContext.UserInterface), ("System.Windows.Forms", CodeContext.UserInterface), ("Microsoft.Maui.", CodeContext.UserInterface),
        ("Microsoft.WinUI", CodeContext.UserInterface), ("Avalonia.", CodeContext.UserInterface), ("Uno.UI", CodeContext.UserInterface), ("Xamarin.Forms.", CodeContext.UserInterface),
        ("Microsoft.AspNetCore.", CodeContext.Web),
    ];

    /// <summary>The first that is referenced, in the order of the table: tests reference what they test.</summary>
    public static CodeContext Of(OpenedModule module)
    {
        var references = module.Metadata.AssemblyReferences.Select(handle => module.Metadata.GetString(module.Metadata.GetAssemblyReference(handle).Name)).ToList();
        foreach (var (reference, context) in Frameworks)
        {
            if (references.Exists(name => name == reference || (reference[reference.Length - 1] == '.' && name.StartsWith(reference, StringComparison.Ordinal))))
                return context;
        }

        return module.Image.PEHeaders.CorHeader?.EntryPointTokenOrRelativeVirtualAddress is > 0 ? CodeContext.Console : CodeContext.Library;
    }
}
