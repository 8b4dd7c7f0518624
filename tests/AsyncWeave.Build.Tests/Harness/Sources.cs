namespace AsyncWeave.Build.Tests.Harness;

/// <summary>Programs that the scenarios compile.</summary>
internal static class Sources
{
    /// <summary>One async method, whose name stands on line 5 in column 35.</summary>
    public const string OneMethod = """
        namespace Shop;

        public static class Orders
        {
            public static async Task<int> SubmitAsync(string customer, int count)
            {
                await Task.Delay(count);
                await Task.Yield();
                return customer.Length + count;
            }
        }
        """;

    /// <summary>The same for a language and framework without implicit usings.</summary>
    public const string OneMethodWithUsings = "using System.Threading.Tasks;\n" + OldOneMethod;

    private const string OldOneMethod = """
        namespace Shop
        {
            public static class Orders
            {
                public static async Task<int> SubmitAsync(string customer, int count)
                {
                    await Task.Delay(count);
                    await Task.Yield();
                    return customer.Length + count;
                }
            }
        }
        """;
}
