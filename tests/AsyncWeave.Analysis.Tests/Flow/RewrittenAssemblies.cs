using AsyncWeave.Fixtures;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>Assemblies that came through an obfuscator or a trimmer: no attribute, no symbols, no name that says anything.</summary>
public sealed class RewrittenAssemblies
{
    private const string Generics = """
        public async Task<T> Generic<T>(T value) { await Task.Delay(1).ConfigureAwait(false); return value; }
        public class Many<TItem> { public async Task<TItem> First(List<TItem> items) { await Task.Yield(); return items[0]; } }
        """;

    private const string Source = $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;

        public class Orders
        {
            private int field;
            public async Task<int> Loop(int n, string unused) { var sum = 0; while (n-- > 0) { var next = await Task.FromResult(n); sum += next; await Task.Delay(sum); } return sum + field; }
            public async ValueTask Guarded(int n) { try { await Task.Delay(n); } catch (IOException e) { await Task.Delay(n); Console.WriteLine(e); } finally { await Task.Yield(); } }
            public async void Fire(object o) { await Task.Delay(1); Console.WriteLine(o); }
            public async IAsyncEnumerable<int> Stream(int n) { for (var i = 0; i < n; i++) { await Task.Delay(i); yield return i; } }
            public Func<int, Task<int>> Lambda() => async x => { await Task.Delay(x); return x; };
            public async Task Streamed(IAsyncEnumerable<int> s) { await foreach (var x in s) Console.WriteLine(x); }
        {{Generics}}
        }
        """;

    [Test]
    public void SayTheSame([Values] bool optimize, [Values] bool oneNameForAll)
    {
        // Where one name is shared, a generic type's fields of one type could not be told apart.
        var source = oneNameForAll ? Source.Replace(Generics, "", StringComparison.Ordinal) : Source;
        var path = Fixture.Compile(source, new FixtureOptions(Optimize: optimize)).AssemblyPath;
        var rewritten = Rewrite(path, oneNameForAll);

        Assert.That(Told(rewritten).Order(StringComparer.Ordinal), Is.EqualTo(Told(path).Order(StringComparer.Ordinal)).AsCollection);
    }

    private static string Rewrite(string path, bool oneNameForAll)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        var names = 0;
        var references = assembly.MainModule.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions).Select(instruction => instruction.Operand).OfType<FieldReference>()
            .Where(reference => reference is not FieldDefinition && reference.Module == assembly.MainModule && reference.DeclaringType.Scope == assembly.MainModule)
            .Distinct().Select(reference => (reference, definition: reference.Resolve())).ToList();
        foreach (var type in assembly.MainModule.GetTypes().ToList())
        {
            foreach (var method in type.Methods)
            {
                foreach (var attribute in method.CustomAttributes.Where(attribute => attribute.AttributeType.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal)).ToList())
                    method.CustomAttributes.Remove(attribute);
            }

            if (!type.Name.StartsWith('<') || type.Interfaces.Count == 0)
                continue;
            type.Name = "m" + names++;
            foreach (var field in type.Fields)
                field.Name = oneNameForAll ? "a" : "a" + names++;
        }

        foreach (var (reference, definition) in references)
            reference.Name = definition.Name;

        var rewritten = Path.Combine(Directory.CreateTempSubdirectory("asyncweave-rewritten-").FullName, Path.GetFileName(path));
        assembly.Write(rewritten);
        return rewritten;
    }

    // Of the lives without a name: how many fields are needed across each await.
    private static IEnumerable<string> Told(string path)
    {
        var report = AssemblyAnalyzer.Analyze(new AnalysisOptions(path) { RunRules = false });
        Assert.That(report.Diagnostics.Where(finding => finding.Id is "AW0006" or "AW0008"), Is.Empty);
        foreach (var method in report.Methods)
        {
            foreach (var await in method.Awaits)
                yield return $"{method.Kind} {await.Syntax} {await.Awaiter} {await.CapturesContext} {await.InLoop} {await.Region} {method.StateMachine!.Fields.Count(field => field.LiveAcross.Contains(await.Index))}";
        }
    }
}
