namespace AsyncWeave.Analysis.Tests.Flow.Languages;

/// <summary>Visual Basic; the comment at the end of a line says of each of its awaits whether it can come again, and where it stands.</summary>
internal static class VisualBasicSource
{
    public const string Text = """
        Imports System
        Imports System.Collections.Generic
        Imports System.IO
        Imports System.Threading.Tasks

        Public Class Orders
            Private total As Integer

            Public Async Function OneAsync(id As Integer) As Task(Of Integer)
                Await Task.Delay(id) ' once body
                Return id
            End Function

            Public Async Function LoopAsync(items As List(Of Integer)) As Task(Of Integer)
                Dim sum As Integer = 0
                For Each item In items
                    sum += Await Task.FromResult(item) ' loop body
                Next
                While sum > 10
                    Await Task.Delay(sum).ConfigureAwait(False) ' loop body
                    sum -= 1
                End While
                total += sum
                Return sum
            End Function

            Public Async Function HandlersAsync(path As String) As Task
                Try
                    Await File.ReadAllTextAsync(path) ' once try
                Catch ex As IOException
                    Console.WriteLine(ex.Message & path)
                Finally
                    Console.WriteLine(path)
                End Try
                Using reader = New StringReader(path)
                    Await reader.ReadLineAsync() ' once body
                End Using
            End Function

            Public Async Sub Fire(sender As Object, e As EventArgs)
                Await Task.Yield() ' once body
            End Sub

            Public Sub Lambdas()
                Dim work As Func(Of Task) = Async Function()
                                                Await Task.Delay(1) ' once body
                                                Await Task.Delay(total) ' once body
                                            End Function
                work()
                Task.Run(Async Function()
                             Await Task.Delay(2) ' once body
                         End Function)
            End Sub

            Public Async Function SpillAsync(a As Integer) As Task(Of Integer)
                Return a + Await Task.FromResult(a) + Await Task.FromResult(a + 1) ' once body, once body
            End Function

            Public Async Function RetryAsync(times As Integer) As Task
        again:
                Await Task.Delay(times) ' loop body
                times -= 1
                If times > 0 Then GoTo again
                For i = 1 To times
                    Await Task.Delay(i) ' once body
                    Exit For
                Next
            End Function

            Public Iterator Function Numbers() As IEnumerable(Of Integer)
                For i = 1 To 3
                    Yield i
                Next
            End Function
        End Class
        """;
}
