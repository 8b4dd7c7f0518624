using System.Text;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AsyncWeave.Analysis.Tests.Rules;

public sealed class AW2008DroppedTaskTests
{
    private const string DroppedAndMeant = """
        using System.Threading.Tasks;
        class C
        {
            void Dropped() { Task.Delay(1); }
            void Meant() { _ = Task.Delay(1); }
        }
        """;

    [TestCaseSource(typeof(RuleFixture), nameof(RuleFixture.Configurations))]
    public void FlagsTheMarkedLinesAlone(FixtureOptions options) => RuleFixture.Check(DiagnosticTable.DroppedTask, options);

    [Test]
    public void HasSixOfEach() => RuleFixture.IsBalanced(DiagnosticTable.DroppedTask);

    [Test]
    public void ReadsASourceThatIsEmbeddedInTheSymbols()
    {
        Assert.That(LinesWithoutTheFile(embed: true), Is.EqualTo(new[] { 4 }));
        Assert.That(LinesWithoutTheFile(embed: false), Is.EqualTo(new[] { 4, 5 }));
    }

    private static IEnumerable<int> LinesWithoutTheFile(bool embed)
    {
        var directory = Directory.CreateTempSubdirectory("asyncweave-embedded-").FullName;
        var (missing, assembly) = (Path.Combine(directory, "Gone.cs"), Path.Combine(directory, "Embedded.dll"));
        var text = SourceText.From(DroppedAndMeant, Encoding.UTF8);
        var compilation = Fixture.Compile(DroppedAndMeant).Compilation.RemoveAllSyntaxTrees()
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default, missing));
        using (var dll = File.Create(assembly))
        using (var pdb = File.Create(Path.ChangeExtension(assembly, ".pdb")))
            Assert.That(compilation.Emit(dll, pdb, embeddedTexts: embed ? [EmbeddedText.FromSource(missing, text)] : null).Success);
        var report = AssemblyAnalyzer.Analyze(new AnalysisOptions(assembly));
        return report.Diagnostics.Where(finding => finding.Id == "AW2008").Select(finding => finding.Line ?? 0);
    }
}
