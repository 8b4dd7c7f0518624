using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Reading;

/// <summary>The bodies as bytes are those that the metadata's own reader finds, however a compiler has put them into the file.</summary>
public sealed class CodeStretchTests
{
    private const string Drops = """
        using System.Threading.Tasks;
        public class C
        {
            static Task F() => Task.CompletedTask;
            void Keeps() { var a = 1; a++; System.Console.WriteLine(a); }
            void Drops() { F(); }
        }
        """;

    [Test]
    public void KnowsTheMethodOfEveryByte()
    {
        using var module = Opened.Module(typeof(object).Assembly.Location);
        var stretch = module.Code.Single();
        var start = module.Metadata.MethodDefinitions.Min(handle => AddressOf(module, handle) is var address && address == 0 ? int.MaxValue : address);
        foreach (var handle in module.Metadata.MethodDefinitions.Where(handle => AddressOf(module, handle) != 0))
        {
            var il = module.Image.GetMethodBody(AddressOf(module, handle)).GetILBytes()!;
            var from = AddressOf(module, handle) - start + ((stretch.Bytes[AddressOf(module, handle) - start] & 3) == 2 ? 1 : 12);
            if (!stretch.Bytes.Slice(from, il.Length).SequenceEqual(il) || !Has(from) || !Has(from + il.Length - 1) || Has(from - 1) || Has(from + il.Length))
                Assert.Fail(module.NameOf(handle));

            bool Has(int offset) => stretch.BodyAt(offset) is >= 0 and var body && stretch.MethodsOf(body).Contains(MetadataTokens.GetToken(handle));
        }
    }

    [Test]
    public void FindsWhatIsInBodiesOutOfOrder() =>
        Assert.That(DroppedIn(bodies => (bodies["Keeps"], bodies["Drops"]) = (bodies["Drops"], bodies["Keeps"])), Is.EqualTo(new[] { "M:C.Keeps" }));

    [Test]
    public void FindsWhatIsInASharedBodyInEachMethod() =>
        Assert.That(DroppedIn(bodies => bodies["Keeps"] = bodies["Drops"]), Is.EqualTo(new[] { "M:C.Keeps", "M:C.Drops" }));

    [TestCase(1)]
    [TestCase(0x7FFF_FFFF)]
    public void PassesOverAnAddressThatIsNone(int address) =>
        Assert.That(DroppedIn(bodies => bodies["Keeps"] = address), Is.EqualTo(new[] { "M:C.Drops" }));

    private static IEnumerable<string?> DroppedIn(Action<Dictionary<string, int>> move)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.dll");
        // Without symbols: their lines would be those of the body that stood there.
        File.WriteAllBytes(path, Move(File.ReadAllBytes(Fixture.Compile(Drops).AssemblyPath), move));
        try
        {
            var report = AssemblyAnalyzer.Analyze(new AnalysisOptions(path));
            return report.Diagnostics.Where(finding => finding.Id == DiagnosticTable.DroppedTask.Id).Select(finding => finding.Method);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // ECMA-335 II.22.26: a method's row begins with the address of its body
    private static byte[] Move(byte[] assembly, Action<Dictionary<string, int>> move)
    {
        using var image = new PEReader([.. assembly]);
        var metadata = image.GetMetadataReader();
        var methods = metadata.MethodDefinitions.Where(handle => !metadata.StringComparer.Equals(metadata.GetMethodDefinition(handle).Name, ".ctor"))
            .ToDictionary(handle => metadata.GetString(metadata.GetMethodDefinition(handle).Name));
        var bodies = methods.ToDictionary(pair => pair.Key, pair => metadata.GetMethodDefinition(pair.Value).RelativeVirtualAddress);
        move(bodies);
        var table = image.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.MethodDef);
        foreach (var (name, handle) in methods)
            BinaryPrimitives.WriteInt32LittleEndian(assembly.AsSpan(table + (MetadataTokens.GetRowNumber(handle) - 1) * metadata.GetTableRowSize(TableIndex.MethodDef)), bodies[name]);
        return assembly;
    }

    private static int AddressOf(OpenedModule module, MethodDefinitionHandle handle) => module.Metadata.GetMethodDefinition(handle).RelativeVirtualAddress;
}
