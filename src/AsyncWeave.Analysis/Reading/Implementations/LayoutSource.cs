namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>Where an assembly's bytes came from, the best first.</summary>
internal enum LayoutSource
{
    /// <summary>The files beside the assembly or those that the build copies, and the installed shared frameworks.</summary>
    Installed,

    /// <summary>A runtime pack in the NuGet cache or a layout pack that ships with the product.</summary>
    Package,

    /// <summary>A reference assembly: what the compiler was given, with dummies for private fields in some frameworks.</summary>
    Reference,
}
