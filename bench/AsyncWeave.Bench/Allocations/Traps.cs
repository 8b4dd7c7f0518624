using System.Runtime.CompilerServices;

namespace AsyncWeave.Bench.Allocations;

/// <summary>The traps of async code, each before and after it was mended. What they call suspends once.</summary>
public static class Traps
{
    public const int Items = 10;

    private static readonly int[] Ids = [.. Enumerable.Range(0, Items)];

    public static async Task Work() => await Task.Yield();

    public static async Task<int> Load(int id)
    {
        await Task.Yield();
        return id;
    }

    public static async Task RedundantWrapper() => await Work();

    public static Task WithoutWrapper() => Work();

    public static async Task AwaitInLoop()
    {
        foreach (var id in Ids)
            await Load(id);
    }

    public static async Task WhenAll() => await Task.WhenAll(Array.ConvertAll(Ids, Load));

    public static async Task CapturingLambda(int offset) => await Call(async id => await Load(id + offset), 1);

    public static async Task MethodGroup() => await Call(Load, 1);

    public static async Task TaskRunAroundLambda() => await Task.Run(async () => await Work());

    public static async Task TaskRunOfMethodGroup() => await Task.Run(Work);

    public static async Task<int> HoistedBuffer()
    {
        var buffer = new byte[256];
        await Task.Yield();
        return buffer.Length;
    }

    public static async Task<int> BufferOfOneSegment()
    {
        var length = LengthOfBuffer();
        await Task.Yield();
        return length;
    }

    private static int LengthOfBuffer()
    {
        Span<byte> buffer = stackalloc byte[256];
        return buffer.Length;
    }

    // Inlined, the delegate would not escape, and .NET 10 keeps such objects on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> Call(Func<int, Task<int>> load, int id) => load(id);
}
