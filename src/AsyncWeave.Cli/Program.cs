using AsyncWeave.Cli;
using AsyncWeave.Cli.Terminal;

return CommandLine.Run(args, ProcessContext.OfThisProcess());
