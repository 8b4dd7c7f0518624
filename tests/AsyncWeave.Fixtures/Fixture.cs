using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace AsyncWeave.Fixtures;

/// <summary>A small source compiled in-process, so that input and expectation stand side by side in a test.</summary>
public sealed record Fixture(string Name, string Source, string AssemblyPath, Compilation Compilation)
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                        || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll" or "Microsoft.CSharp.dll" or "Microsoft.VisualBasic.Core.dll")
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList());

    private static IEnumerable<MetadataReference> In(string directory) =>
        Directory.EnumerateFiles(directory, "*.dll")
            .Where(path => Path.GetFileName(path) is "mscorlib.dll" or "System.dll" or "System.Core.dll" or "netstandard.dll")
            .Select(path => MetadataReference.CreateFromFile(path));

    /// <summary>The helpers of runtime-async are marked experimental on .NET 10.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> Experimental = new() { ["SYSLIB5007"] = ReportDiagnostic.Suppress };

    private static readonly ConcurrentDictionary<(string, FixtureOptions), Lazy<Fixture>> Compiled = new();

    /// <summary>Compiles once for each pair of source and options; throws with the compiler's own errors.</summary>
    public static Fixture Compile(string source, FixtureOptions? options = null)
    {
        var chosen = options ?? FixtureOptions.Release;
        return Compiled.GetOrAdd((source, chosen), _ => new Lazy<Fixture>(() => CompileNew(source, chosen))).Value;
    }

    private static Fixture CompileNew(string source, FixtureOptions options)
    {
        var name = "Fixture" + Guid.NewGuid().ToString("N")[..12];
        var directory = Directory.CreateTempSubdirectory("asyncweave-fixture-").FullName;
        var sourcePath = Path.Combine(directory, "Fixture.cs");
        File.WriteAllText(sourcePath, source);

        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview).WithPreprocessorSymbols("FIXTURE");
        if (options.RuntimeAsync)
            parse = parse.WithFeatures([new("runtime-async", "on")]);
        var text = SourceText.From(source, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(text, parse, sourcePath)],
            options.ReferenceDirectory is { } references ? In(references) : References.Value,
            new CSharpCompilationOptions(options.Executable ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: options.Optimize ? OptimizationLevel.Release : OptimizationLevel.Debug,
                allowUnsafe: true, deterministic: true, specificDiagnosticOptions: Experimental, nullableContextOptions: NullableContextOptions.Enable));

        var path = Path.Combine(directory, name + ".dll");
        var format = options.Symbols == FixtureSymbols.Embedded ? DebugInformationFormat.Embedded : DebugInformationFormat.PortablePdb;
        using (var dll = File.Create(path))
        using (var pdb = options.Symbols == FixtureSymbols.Portable ? File.Create(Path.ChangeExtension(path, ".pdb")) : null)
        {
            var result = compilation.Emit(dll, pdb, options: new EmitOptions(debugInformationFormat: format, pdbFilePath: options.Symbols == FixtureSymbols.Portable ? name + ".pdb" : null));
            if (!result.Success)
                throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)) + "\n" + source);
        }

        return new Fixture(name, source, path, compilation);
    }
}

public sealed record FixtureOptions(bool Optimize = true, FixtureSymbols Symbols = FixtureSymbols.Portable, bool RuntimeAsync = false, bool Executable = false)
{
    /// <summary>Compiled against the core assemblies in this directory; null takes those of the running runtime.</summary>
    public string? ReferenceDirectory { get; init; }

    public static FixtureOptions Release { get; } = new();

    public static FixtureOptions Debug { get; } = new(Optimize: false);
}

public enum FixtureSymbols
{
    Portable,
    Embedded,
    None,
}
