using System.Reflection;
using AsyncWeave.Fixtures;

namespace AsyncWeave.Analysis.Tests.Allocation;

/// <summary>The truth: bytes that the running CLR allocates on this thread during one call.</summary>
internal sealed class MeasuredAllocations(Fixture fixture)
{
    // The first calls load types and run unoptimised code, which boxes where optimised code does not.
    private const int Rounds = 40;

    private readonly Assembly assembly = Assembly.LoadFrom(fixture.AssemblyPath);

    /// <param name="suspended">The gate is shut during the call, so that the first await suspends.</param>
    public long Of(AllocationCase @case, bool suspended)
    {
        // NUnit's context would be captured by each await, which costs objects that are not the method's own.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return Enumerable.Range(0, Rounds).Min(_ => MeasureOnce(@case.Name, suspended));
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private long MeasureOnce(string name, bool suspended)
    {
        var gateType = assembly.GetType("Gate")!;
        var open = gateType.GetMethod("Open")!;
        var gate = Activator.CreateInstance(gateType)!;
        if (!suspended)
            open.Invoke(gate, null);
        var bytes = (long)assembly.GetType(name)!.GetMethod("Measure")!.Invoke(null, [gate])!;
        if (suspended)
            open.Invoke(gate, null);
        return bytes;
    }
}
