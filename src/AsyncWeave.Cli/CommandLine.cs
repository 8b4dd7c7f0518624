using System.CommandLine;
using System.CommandLine.Invocation;
using AsyncWeave.Analysis;
using AsyncWeave.Cli.Commands;
using AsyncWeave.Cli.Terminal;
using AsyncWeave.Cli.Verify;
using AsyncWeave.Report.Json;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Cli;

/// <summary>The entry: arguments in, exit code out; the one place where exceptions become exit codes.</summary>
internal static class CommandLine
{
    public static int Run(IReadOnlyList<string> arguments, ProcessContext surroundings)
    {
        // Before the parser, whose own messages are to be drawn with the same signs.
        var process = arguments.Contains(SharedOptions.AsciiName) ? surroundings.WithAscii() : surroundings;
        var root = RootOf(process);
        var parsed = root.Parse(BareOptions.Complete(arguments));
        try
        {
            if (parsed.Action is null or ParseErrorAction && UsageErrors.First(parsed) is { } wrong)
                throw new UsageException(wrong);
            UsageErrors.RefuseUnknownOptions(parsed, arguments);
            return parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = process.Out.Writer,
                Error = process.Error.Writer,
            });
        }
        catch (UsageException e)
        {
            return Fail(process, ExitCode.WrongUsage, "wrong usage", e.Message);
        }
        catch (UnreadableAssemblyException e)
        {
            return Fail(process, ExitCode.Unreadable, "unreadable input", "AW0001: " + e.Message);
        }
        catch (InvalidReportException e)
        {
            return Fail(process, ExitCode.Unreadable, "unreadable input", e.Message);
        }
        catch (OperationCanceledException)
        {
            return Fail(process, ExitCode.Fault, "cancelled", "nothing was written");
        }
        catch (Exception e)
        {
            return Fail(process, ExitCode.Fault, "fault inside AsyncWeave", $"AW0007: {e.GetType().Name}: {e.Message} ({FirstFrame(e)})");
        }
        finally
        {
            process.Out.Writer.Flush();
            process.Error.Writer.Flush();
        }
    }

    private static RootCommand RootOf(ProcessContext process) => new("Measures the state machines of async code: layout, awaits, allocations, budgets.")
    {
        ScanCommand.Create(process),
        LayoutCommand.Create(process),
        ExplainCommand.Create(process),
        DiffCommand.Create(process),
        MergeCommand.Create(process),
        BaselineCommand.Create(process),
        ConfigCommand.Create(process),
        VerifyCommand.Create(process),
        SharedOptions.Ascii(),
    };

    private static int Fail(ProcessContext process, int exitCode, string which, string why)
    {
        process.Error.WriteLine(TextLine.Of(
            new TextSpan("asyncweave: "),
            new TextSpan(which + ": ", TextStyle.Bad),
            new TextSpan(OneLine(why))));
        return exitCode;
    }

    private static string OneLine(string text) => Printable.Of(string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    private static string FirstFrame(Exception e) => e.StackTrace?.Split('\n')[0].Trim() ?? "no stack";
}
