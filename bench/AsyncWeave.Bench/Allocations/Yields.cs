namespace AsyncWeave.Bench.Allocations;

/// <summary>Five ways to return 42, each with its ValueTask twin.</summary>
public static class Yields
{
    public static Task<int> FromResult() => Task.FromResult(42);

    public static ValueTask<int> FromResultValue() => new(42);

#pragma warning disable CS1998 // async without await is what is measured
    public static async Task<int> Sync() => 42;

    public static async ValueTask<int> SyncValue() => 42;
#pragma warning restore CS1998

    public static async Task<int> Once()
    {
        await Task.Yield();
        return 42;
    }

    public static async ValueTask<int> OnceValue()
    {
        await Task.Yield();
        return 42;
    }

    public static async Task<int> Twice()
    {
        await Task.Yield();
        await Task.Yield();
        return 42;
    }

    public static async ValueTask<int> TwiceValue()
    {
        await Task.Yield();
        await Task.Yield();
        return 42;
    }

    public static async Task<int> Thrice()
    {
        await Task.Yield();
        await Task.Yield();
        await Task.Yield();
        return 42;
    }

    public static async ValueTask<int> ThriceValue()
    {
        await Task.Yield();
        await Task.Yield();
        await Task.Yield();
        return 42;
    }
}
