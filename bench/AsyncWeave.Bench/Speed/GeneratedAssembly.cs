using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace AsyncWeave.Bench.Speed;

/// <summary>An assembly of many async methods of ordinary shapes, with symbols.</summary>
internal static class GeneratedAssembly
{
    // {0} is the class's number.
    private const string Class = """
        public class Service{0}
        {{
            private readonly Dictionary<string, decimal> prices = new();
            private readonly SemaphoreSlim gate = new(1);

            public async Task Delay(int milliseconds, CancellationToken token) {{ await Task.Delay(milliseconds, token); prices.Clear(); }}
            public async Task<int> Read(Stream stream, CancellationToken token)
            {{
                var buffer = new byte[256]; var total = 0; int read;
                while ((read = await stream.ReadAsync(buffer, token).ConfigureAwait(false)) > 0) total += read;
                return total;
            }}
            public async ValueTask<decimal> Price(string id)
            {{
                await gate.WaitAsync();
                try {{ if (prices.TryGetValue(id, out var price)) return price; await Task.Yield(); return prices[id] = id.Length; }}
                finally {{ gate.Release(); }}
            }}
            public async Task<string> Join(IEnumerable<Task<string>> parts, string separator)
            {{
                var text = ""; foreach (var part in parts) text += separator + await part; return text;
            }}
            public async Task Copy(Stream from, Stream to) {{ await using var source = from; await source.CopyToAsync(to); await to.FlushAsync(); }}
            public async IAsyncEnumerable<int> Count(int first, int last) {{ for (var i = first; i < last; i++) {{ await Task.Yield(); yield return i; }} }}
            public async Task<int> Sum(IAsyncEnumerable<int> numbers) {{ var sum = 0; await foreach (var number in numbers) sum += number; return sum; }}
            public async Task Guarded(Func<Task> work) {{ try {{ await work(); }} catch (IOException) {{ await Delay(1, default); throw; }} }}
            public async Task<(Guid, DateTime)> Stamp(DateTime at) {{ var id = Guid.NewGuid(); await Delay(1, default); return (id, at); }}
            public Task Batch(int[] ids) => Task.WhenAll(Array.ConvertAll(ids, async id => {{ await Delay(id, default); return await Price(id.ToString()); }}));
        }}

        """;

    public const int AsyncMethods = 3000;

    private static readonly Lazy<string> Compiled = new(Compile);

    public static string Path => Compiled.Value;

    public static string Source { get; } = Write(AsyncMethods);

    /// <param name="methods">A multiple of 10.</param>
    public static string Write(int methods)
    {
        var source = new StringBuilder("using System; using System.Collections.Generic; using System.IO; using System.Threading; using System.Threading.Tasks;\n");
        for (var i = 0; i < methods / 10; i++)
            source.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, Class, i);
        return source.ToString();
    }

    private static string Compile()
    {
        var directory = Directory.CreateTempSubdirectory("asyncweave-bench-").FullName;
        var path = System.IO.Path.Combine(directory, "Generated.dll");
        var sourcePath = System.IO.Path.Combine(directory, "Generated.cs");
        File.WriteAllText(sourcePath, Source);
        var framework = System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var compilation = CSharpCompilation.Create("Generated",
            [CSharpSyntaxTree.ParseText(SourceText.From(Source, Encoding.UTF8), path: sourcePath)],
            Directory.EnumerateFiles(framework, "System.*.dll").Where(file => !file.Contains(".Native.", StringComparison.Ordinal)).Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var image = File.Create(path);
        using var symbols = File.Create(System.IO.Path.ChangeExtension(path, ".pdb"));
        var emitted = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return emitted.Success ? path : throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics));
    }
}
