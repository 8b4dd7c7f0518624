using AsyncWeave.Fixtures;
using AsyncWeave.Model;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Report.Tests.Text;

public sealed class MemoryDrawingTests
{
    private static readonly TextOptions Ascii = new(80, Glyphs.Ascii);

    [Test]
    public void NestsTheStructsAndShowsPaddingWhereItIs() =>
        Assert.That(Snapshot.Difference(Draw(Drawn.GetStockPriceFor, Ascii) + "\n", "GetStockPriceFor"), Is.Null);

    [Test]
    public void DrawsWithLinesWhereTheConsoleHasThem() =>
        Assert.That(Snapshot.Difference(Draw(Drawn.GetStockPriceFor, TextOptions.Default) + "\n", "GetStockPriceFor.Unicode"), Is.Null);

    [TestCase(40)]
    [TestCase(60)]
    [TestCase(80)]
    [TestCase(200)]
    public void NoLineIsWiderThanItsRoomAndEveryLineIsAsWideAsTheBox(int width)
    {
        var lines = MemoryDrawing.Draw(Drawn.GetStockPriceFor, 8, new TextOptions(width, Glyphs.Unicode)).Select(line => line.ToString()).ToList();
        Assert.That(lines.Select(line => line.Length).Distinct().Count(), Is.EqualTo(1), string.Join('\n', lines));
        Assert.That(lines[0].Length, Is.LessThanOrEqualTo(width));
    }

    [Test]
    public void AnObjectBeginsWithItsHeader()
    {
        var machine = Drawn.GetStockPriceFor with { IsValueType = false, Size = 72 };
        Assert.That(Draw(machine, Ascii), Does.Contain("object header (8 bytes)").And.Contain("method table pointer (8 bytes)"));
    }

    [Test]
    public void HostileNamesBreakNeitherFrameNorTerminal()
    {
        var machine = Drawn.Struct(8, Drawn.Field("\u001b[31mred\r\n\u202Egnp", FieldRole.Local, "Evil\u0007`1<" + new string('<', 3000), 0, 8));
        var lines = MemoryDrawing.Draw(machine, 8, Ascii).Select(line => line.ToString()).ToList();
        Assert.That(lines, Has.Count.EqualTo(3));
        Assert.That(lines[1], Does.Contain("(8 bytes)").And.Length.LessThanOrEqualTo(80));
        Assert.That(string.Concat(lines).Any(c => char.IsControl(c) || c == '\u202E'), Is.False);
    }

    private static string Draw(StateMachine machine, TextOptions options) =>
        string.Join('\n', MemoryDrawing.Draw(machine, 8, options).Select(line => line.ToString()));
}
