using AsyncWeave.Fixtures;
using Mono.Cecil;

namespace AsyncWeave.Cli.Tests;

/// <summary>An assembly whose method has a name that a build server would obey.</summary>
internal static class Hostile
{
    public const string Name = "##vso[task.setvariable variable=x]\n::error::##teamcity[setvariable]\u001b[31m";

    public static Fixture Fixture { get; } = Rename(Fixtures.Fixture.Compile("""
        using System.Threading.Tasks;

        public sealed class C
        {
            public static async Task M() => await Task.Yield();
        }
        """));

    private static Fixture Rename(Fixture fixture)
    {
        var directory = Directory.CreateTempSubdirectory("asyncweave-hostile-").FullName;
        var path = Path.Combine(directory, "Hostile.dll");
        using (var assembly = AssemblyDefinition.ReadAssembly(fixture.AssemblyPath))
        {
            assembly.MainModule.GetType("C").Methods.Single(method => method.Name == "M").Name = Name;
            assembly.Write(path);
        }

        File.Copy(Path.ChangeExtension(fixture.AssemblyPath, ".pdb"), Path.ChangeExtension(path, ".pdb"));
        return fixture with { AssemblyPath = path };
    }
}
