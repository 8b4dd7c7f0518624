using AsyncWeave.Fixtures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncWeave.Analysis.Tests.Layout;

/// <summary>
/// A small program for .NET Core 3.1, whose layout rules are those of .NET Framework: it loads the assemblies of its framework and writes
/// for each state machine what the CLR has: <c>assembly token objectSize boxSize fieldToken:offset …</c>.
/// </summary>
internal static class LegacyOracle
{
    public const string Version = "3.1.3";

    private const string Source = """
        using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Reflection;
        using System.Runtime.CompilerServices; using System.Runtime.InteropServices; using System.Text;

        static class Oracle
        {
            const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            static readonly Type Box = typeof(AsyncTaskMethodBuilder<>).GetNestedType("AsyncStateMachineBox`1", BindingFlags.NonPublic);
            static readonly Type NoResult = typeof(object).Assembly.GetType("System.Threading.Tasks.VoidTaskResult");

            static void Main()
            {
                foreach (var file in Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location), "*.dll"))
                {
                    Type[] types;
                    try { types = Assembly.Load(AssemblyName.GetAssemblyName(file)).GetTypes(); }
                    catch (BadImageFormatException) { continue; }
                    catch (ReflectionTypeLoadException e) { types = e.Types.Where(t => t != null).ToArray(); }
                    foreach (var type in types.Where(t => typeof(IAsyncStateMachine).IsAssignableFrom(t) && t.Name.StartsWith("<")))
                        Write(type);
                }
            }

            static void Write(Type type)
            {
                var closed = Close(type);
                if (closed == null) return;
                var line = new StringBuilder();
                line.Append(type.Assembly.GetName().Name).Append(' ').Append(type.MetadataToken).Append(' ').Append(SizeOf(closed)).Append(' ').Append(BoxSize(closed));
                foreach (var field in closed.GetFields(All))
                    line.Append(' ').Append(field.MetadataToken).Append(':').Append(Marshal.ReadInt32(field.FieldHandle.Value, IntPtr.Size + 4) & ((1 << 27) - 1));
                Console.WriteLine(line);
            }

            static int SizeOf(Type type) => Marshal.ReadInt32(type.TypeHandle.Value, 4);

            static int BoxSize(Type machine)
            {
                var builder = machine.GetFields(All).Select(f => f.FieldType).FirstOrDefault(t => t.IsValueType && t.Namespace == "System.Runtime.CompilerServices" && t.Name.EndsWith("MethodBuilder") | t.Name.EndsWith("MethodBuilder`1"));
                if (builder == null) return 0;
                return SizeOf(Box.MakeGenericType(builder.IsGenericType ? builder.GetGenericArguments()[0] : NoResult, machine));
            }

            static Type Close(Type type)
            {
                if (!type.ContainsGenericParameters) return type;
                try { return type.MakeGenericType(type.GetGenericArguments().Select(p => (p.GenericParameterAttributes & GenericParameterAttributes.NotNullableValueTypeConstraint) != 0 ? typeof(int) : typeof(object)).ToArray()); }
                catch (ArgumentException) { return null; }
                catch (TypeLoadException) { return null; }
            }
        }
        """;

    public static IReadOnlyList<string> Ask(RuntimeRoot root)
    {
        var framework = root.Framework("Microsoft.NETCore.App", Version);
        var program = Path.Combine(AppContext.BaseDirectory, "legacy-oracle.dll");
        var compilation = CSharpCompilation.Create("legacy-oracle",
            [CSharpSyntaxTree.ParseText(Source)],
            Directory.EnumerateFiles(framework, "System*.dll").Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        var emitted = compilation.Emit(program);
        Assert.That(emitted.Success, Is.True, string.Join('\n', emitted.Diagnostics));
        File.WriteAllText(Path.ChangeExtension(program, ".runtimeconfig.json"),
            """{ "runtimeOptions": { "tfm": "netcoreapp3.1", "framework": { "name": "Microsoft.NETCore.App", "version": "3.1.0" } } }""");
        var (exitCode, output) = root.Run(Version, program);
        Assert.That(exitCode, Is.Zero, output);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
