using System.CommandLine;
using System.CommandLine.Parsing;
using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Cli;

/// <summary>What is wrong with a command line, in one line, with the nearest valid name.</summary>
internal static class UsageErrors
{
    /// <summary>Null when the parser has nothing to say.</summary>
    public static string? First(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if ((UnknownOption(parsed) ?? parsed.UnmatchedTokens.FirstOrDefault()) is { } token)
            return Unknown(command, token);
        if (parsed.Errors.Count == 0)
            return null;
        if (command is RootCommand)
            return $"a command is missing: one of {string.Join(", ", command.Subcommands.Select(c => c.Name))}; {SeeHelp(command)}";
        return Missing(parsed) is { } argument
            ? $"{command.Name} needs <{argument.Name}>; {SeeHelp(command)}"
            : $"{parsed.Errors[0].Message.TrimEnd('.')}; {SeeHelp(command)}";
    }

    /// <summary>The parser takes a mistyped option for one more argument wherever a command takes any number of them.</summary>
    public static void RefuseUnknownOptions(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        if (!arguments.Contains("--") && UnknownOption(parsed) is { } token)
            throw new UsageException(Unknown(parsed.CommandResult.Command, token));
    }

    private static Argument? Missing(ParseResult parsed) =>
        parsed.CommandResult.Command.Arguments.FirstOrDefault(argument =>
            argument.Arity.MinimumNumberOfValues > (parsed.GetResult(argument)?.Tokens.Count ?? 0));

    private static string? UnknownOption(ParseResult parsed) =>
        parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .FirstOrDefault(value => value.Length > 1 && value[0] == '-' && !File.Exists(value));

    private static string Unknown(Command command, string token)
    {
        var isOption = token.StartsWith('-');
        var known = isOption
            ? OptionsOf(command).SelectMany(option => option.Aliases.Append(option.Name))
            : command.Subcommands.Select(subcommand => subcommand.Name);
        var nearest = NearestName.Of(token.Split('=', ':')[0], known) is { } name ? $", did you mean '{name}'?" : ";";
        var what = isOption ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
        return $"unknown {what} '{token}'{nearest} {SeeHelp(command)}";
    }

    private static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)));

    private static string SeeHelp(Command command) =>
        command is RootCommand ? "asyncweave --help says more" : $"asyncweave {command.Name} --help says more";
}
