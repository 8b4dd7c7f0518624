namespace AsyncWeave.Analysis;

/// <summary>The assembly could not be read (AW0001); the message is one line for a user.</summary>
public sealed class UnreadableAssemblyException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>A file that never claimed to be .NET, such as a native DLL: a directory scan passes over it in silence.</summary>
    public bool IsNotDotNet { get; init; }
}
