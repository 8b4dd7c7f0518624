using AsyncWeave.Analysis.Reading;
using AsyncWeave.Fixtures;

namespace AsyncWeave.Analysis.Tests.Reading;

public sealed class ModuleReaderTests
{
    private const string Source = "using System.Threading.Tasks; public class C { public async Task RunAsync() { await Task.Yield(); } }";

    [Test]
    public void AMissingFileIsSaidToBeMissing() =>
        Assert.That(() => Opened.Module("/nowhere/at/all.dll"), Throws.TypeOf<UnreadableAssemblyException>().With.Message.EqualTo("all.dll does not exist"));

    [Test]
    public void WhatIsNoExecutableIsNotDotNet() =>
        Assert.That(() => Opened.Module(Written("this is text"u8.ToArray())), Throws.TypeOf<UnreadableAssemblyException>().With.Property("IsNotDotNet").True);

    [Test]
    public void AnElfLibraryIsNotDotNet()
    {
        var native = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.so").FirstOrDefault()
            ?? throw new InconclusiveException("the runtime ships no ELF library here");
        Assert.That(() => Opened.Module(native), Throws.TypeOf<UnreadableAssemblyException>().With.Property("IsNotDotNet").True);
    }

    [Test]
    public void EveryTruncationEndsInOneLine()
    {
        var whole = File.ReadAllBytes(Fixture.Compile(Source).AssemblyPath);
        for (var length = 0; length < whole.Length; length += 97)
            Assert.That(Open(whole[..length]), Is.Null.Or.Not.Contains("\n"));
    }

    [Test]
    public void FlippedBytesNeverEscapeTheReader()
    {
        var whole = File.ReadAllBytes(Fixture.Compile(Source).AssemblyPath);
        for (var at = 128; at < whole.Length; at += 13)
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0xFF;
            Assert.That(Open(damaged), Is.Null.Or.Not.Contains("\n"), at.ToString());
        }
    }

    [TestCase(FixtureSymbols.Portable, "portable")]
    [TestCase(FixtureSymbols.Embedded, "embedded")]
    [TestCase(FixtureSymbols.None, "none")]
    public void SymbolsAreFoundWhereTheyAre(FixtureSymbols symbols, string kind)
    {
        using var module = Opened.Module(Fixture.Compile(Source, new FixtureOptions(Symbols: symbols)).AssemblyPath);
        var method = Discover(module);

        Assert.That(module.Symbols.Kind, Is.EqualTo(kind));
        Assert.That(module.Symbols.Of(method.BodyToken).AsyncSteps, Has.Count.EqualTo(symbols == FixtureSymbols.None ? 0 : 1));
        if (symbols != FixtureSymbols.None)
            Assert.That(module.Symbols.KickoffOf(method.BodyToken), Is.EqualTo(method.KickoffToken));
    }

    [Test]
    public void SymbolsOfAnotherBuildAreNotUsed()
    {
        var one = Fixture.Compile(Source);
        var other = Fixture.Compile(Source + "// changed");
        var directory = Directory.CreateTempSubdirectory("asyncweave-stale-").FullName;
        File.Copy(one.AssemblyPath, Path.Combine(directory, "a.dll"));
        File.Copy(Path.ChangeExtension(other.AssemblyPath, ".pdb"), Path.Combine(directory, "a.pdb"));

        using var module = Opened.Module(Path.Combine(directory, "a.dll"));

        Assert.That(module.Symbols.Kind, Is.EqualTo("none"));
    }

    [Test]
    public void TheOldFormOfSymbolsIsNamed()
    {
        var fixture = Fixture.Compile(Source);
        var directory = Directory.CreateTempSubdirectory("asyncweave-windows-").FullName;
        File.Copy(fixture.AssemblyPath, Path.Combine(directory, "a.dll"));
        File.WriteAllText(Path.Combine(directory, "a.pdb"), "Microsoft C/C++ MSF 7.00\r\n");

        using var module = Opened.Module(Path.Combine(directory, "a.dll"));

        Assert.That(module.Symbols.Kind, Is.EqualTo("windows"));
    }

    private static AsyncWeave.Analysis.Discovery.AsyncMethod Discover(OpenedModule module) =>
        AsyncWeave.Analysis.Discovery.AsyncMethodFinder.Find(module).Single();

    /// <summary>Null where the bytes were read after all, otherwise the message.</summary>
    private static string? Open(byte[] bytes)
    {
        try
        {
            using var module = Opened.Module(Written(bytes));
            AsyncWeave.Analysis.Discovery.AsyncMethodFinder.Find(module, []);
            return null;
        }
        catch (UnreadableAssemblyException fault)
        {
            return fault.Message;
        }
    }

    private static string Written(byte[] bytes)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("asyncweave-damaged-").FullName, "damaged.dll");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
