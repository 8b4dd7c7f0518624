namespace AsyncWeave.Report.Json;

/// <summary>A file is no report that this version can read; the message is one line for a user.</summary>
public sealed class InvalidReportException(string message, Exception? inner = null) : Exception(message, inner);
