namespace AsyncWeave.Analysis.Rules;

/// <summary>Where a module's code runs, as far as its references tell: it decides what a captured context is good for.</summary>
internal enum CodeContext
{
    /// <summary>Called from anywhere, also where there is a context.</summary>
    Library,

    /// <summary>A program without a user interface: no context unless it installs one.</summary>
    Console,

    /// <summary>ASP.NET Core: requests have no SynchronizationContext.</summary>
    Web,

    /// <summary>Controls are touched on the thread of the context.</summary>
    UserInterface,

    /// <summary>The test framework decides, and mostly has none.</summary>
    Tests,
}
