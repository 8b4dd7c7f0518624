namespace AsyncWeave.Analysis.Allocation;

/// <summary>What can be said of builders that are not the framework's.</summary>
internal static class CustomBuilders
{
    public static string Unknown(CoreBuilder builder) =>
        (builder.TypeName ?? "the builder") + " keeps none of the framework's builders inside: what it allocates is not known";

    public static Bill Mark(Bill bill, CoreBuilder builder) =>
        builder.ForwardedBy is { } custom ? bill.Doubt(custom + " may add objects of its own") : bill;
}
