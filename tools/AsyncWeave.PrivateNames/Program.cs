using AsyncWeave.PrivateNames;

// On .NET Framework all tasks of a build share one domain with their host. There a dependency of ours under its public name
// could meet another tool's file of the same name with other bytes, or the host's own of another version: the package
// carries its dependencies under names that nobody else uses.
if (args is not [var output, .. var files] || files.Length == 0)
{
    Console.Error.WriteLine("usage: dotnet run --project tools/AsyncWeave.PrivateNames -- OUTPUT-FOLDER ASSEMBLY...");
    return 2;
}

Directory.CreateDirectory(output);
var closure = AssemblyClosure.Read(files);
closure.RenameForeign("AsyncWeave.");
closure.Write(output);
return 0;
