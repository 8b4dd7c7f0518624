namespace AsyncWeave.Cli;

/// <summary>The command line or the configuration cannot be followed; the message is one line for a user.</summary>
internal sealed class UsageException(string message) : Exception(message);
