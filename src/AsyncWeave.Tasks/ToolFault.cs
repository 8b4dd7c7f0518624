using AsyncWeave.Model;

namespace AsyncWeave.Tasks;

/// <summary>A fault of ours, in one line for the log; the whole of it goes to the binary log.</summary>
internal static class ToolFault
{
    public static string Text(Exception fault) =>
        $"a fault inside the tool; the build goes on without its findings. Please report it with the details from the binary log (-bl). {fault.GetType().Name}: {fault.Message}";

    public static Diagnostic Of(Exception fault, bool strict) => new(
        DiagnosticTable.InternalFault.Id, Method: null, strict ? Severity.Error : Severity.Warning, Text(fault), File: null, Line: null, Column: null);
}
