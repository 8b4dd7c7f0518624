namespace AsyncWeave.Analysis.Tests.Flow.Languages;

/// <summary>F#'s tasks; the comment at the end of a line says of each of its awaits whether it can come again, and where it stands.</summary>
internal static class FSharpSource
{
    public const string Text = """
        namespace Shop

        open System
        open System.IO
        open System.Threading.Tasks

        type Orders() =
            member _.OneAsync(id: int) =
                task {
                    do! Task.Delay id // once body
                    return id
                }

            member _.LoopAsync(items: int list) =
                task {
                    let mutable sum = 0
                    for item in items do
                        let! next = Task.FromResult item // loop body
                        sum <- sum + next
                    while sum > 10 do
                        do! Task.Delay sum // loop body
                        sum <- sum - 1
                    return sum
                }

            member _.HandlersAsync(path: string) =
                task {
                    try
                        let! text = File.ReadAllTextAsync path // once try
                        return text.Length
                    with :? IOException as e ->
                        return e.Message.Length
                }

            member _.FinallyAsync(path: string) =
                task {
                    try
                        let! text = File.ReadAllTextAsync path // once try
                        do! Task.Delay text.Length // once try
                    finally
                        Console.WriteLine path
                }

            member _.UsingAsync(path: string) =
                task {
                    use reader = new StringReader(path)
                    let! line = reader.ReadLineAsync() // once body
                    do! Async.Sleep 1 // once body
                    return line
                }

        module Functions =
            let compute (a: int) (b: int) =
                task {
                    let! x = Task.FromResult a // once body
                    let! y = Task.FromResult b // once body
                    return x + y
                }

            let nested (a: int) =
                task {
                    let inner () = task { do! Task.Delay a } // once body
                    do! inner () // once body
                    do! inner () // once body
                }

            let background (a: int) =
                backgroundTask {
                    do! Task.Delay a // once body
                }
        """;
}
