using AsyncWeave.Eng;

return args switch
{
    ["try"] => await TryCommand.RunAsync(),
    ["test", .. var suites] => await TestCommand.RunAsync(suites),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run --project eng -- try             packs AsyncWeave and builds the samples with the package
               dotnet run --project eng -- test [suite]... runs all tests, or those of the suites named
        """);
    return 2;
}
