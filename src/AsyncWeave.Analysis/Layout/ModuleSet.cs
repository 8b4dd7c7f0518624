using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Layout;

/// <summary>Whether fields come from one module or several; which others does not matter.</summary>
internal sealed record ModuleSet(ModuleRows? Module, bool Several)
{
    public static ModuleSet Empty { get; } = new(null, false);

    public static ModuleSet Of(ModuleRows module) => new(module, false);

    public bool IsOnly(ModuleRows module) => !Several && (Module is null || ReferenceEquals(Module, module));

    public ModuleSet With(ModuleSet other)
    {
        if (other.Module is null || Several)
            return this;
        return !other.Several && ReferenceEquals(Module, other.Module) ? this : new ModuleSet(Module, Several: true);
    }
}
