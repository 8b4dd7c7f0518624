using AsyncWeave.Report.Text;

namespace AsyncWeave.Report.Tests.Text;

public sealed class TypeNamesTests
{
    [TestCase("System.Int32", "int")]
    [TestCase("System.Threading.Tasks.Task`1<System.Int32>", "Task<int>")]
    [TestCase("System.Nullable`1<System.DateTime>", "DateTime?")]
    [TestCase("System.ValueTuple`2<System.Int32,System.String>", "(int, string)")]
    [TestCase("System.Collections.Generic.Dictionary`2<System.String,System.Collections.Generic.List`1<System.Byte[]>>", "Dictionary<string, List<byte[]>>")]
    [TestCase("System.Collections.Generic.List`1/Enumerator<System.Int32>", "List<int>.Enumerator")]
    [TestCase("System.Runtime.CompilerServices.ConfiguredTaskAwaitable`1/ConfiguredTaskAwaiter<System.Boolean>", "ConfiguredTaskAwaitable<bool>.ConfiguredTaskAwaiter")]
    [TestCase("MyApp.Orders/<SubmitAsync>d__3", "Orders.<SubmitAsync>d__3")]
    [TestCase("MyApp.Orders/<<SubmitAsync>g__Local|3_0>d`1<T>", "Orders.<<SubmitAsync>g__Local|3_0>d<T>")]
    [TestCase("MyApp.Orders/<>c__DisplayClass3_0", "Orders.<>c__DisplayClass3_0")]
    [TestCase("System.Int32[,]", "int[,]")]
    [TestCase("System.Byte*", "byte*")]
    [TestCase("Evil`1<<<<,>", "Evil<<<<,>>")]
    [TestCase("", "")]
    public void Short(string full, string expected) => Assert.That(TypeNames.Short(full), Is.EqualTo(expected));

    [TestCase("System.Threading.Tasks.Task.Delay(System.Int32)", "Task.Delay(int)")]
    [TestCase("System.Net.Http.HttpClient.GetAsync(System.String,System.Threading.CancellationToken)", "HttpClient.GetAsync(string, CancellationToken)")]
    [TestCase("Program.Run()", "Program.Run()")]
    public void ShortOperation(string full, string expected) => Assert.That(TypeNames.ShortOperation(full), Is.EqualTo(expected));
}
