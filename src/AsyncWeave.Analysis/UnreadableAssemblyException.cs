namespace AsyncWeave.Analysis;

/// <summary>The assembly could not be read (AW0001); the message is one line for a user.</summary>
public sealed class UnreadableAssemblyException(string message, Exception? inner = null) : Exception(message, inner);
