using AsyncWeave.Model;

namespace AsyncWeave.Tasks;

/// <summary>What is said of the tool and not of a method.</summary>
internal static class ToolDiagnostic
{
    public static Diagnostic Of(DiagnosticDescriptor descriptor, string message) => new(
        descriptor.Id, Method: null, descriptor.DefaultSeverity, message, File: null, Line: null, Column: null);

    /// <summary>A fault of ours in one line; the whole of it goes to the binary log.</summary>
    public static Diagnostic OfFault(Exception fault, bool strict)
    {
        var text = $"{fault.GetType().Name}: {fault.Message.Split('\r', '\n')[0]}";
        return Of(DiagnosticTable.InternalFault, $"a fault inside the tool; the build goes on without its findings. Please report it with the details from the binary log (-bl). {text}")
            with { Severity = strict ? Severity.Error : Severity.Warning };
    }
}
