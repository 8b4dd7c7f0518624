using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Layout.Crossgen;

/// <summary>Computes layouts, has crossgen2 compile in its own, and holds one against the other.</summary>
internal sealed class CrossgenComparison : IDisposable
{
    private readonly RuntimeTarget target;
    private readonly IReadOnlyList<string> frameworks;
    private readonly ResolverSession session = new((_, _) => null);
    private readonly ImplementationResolver resolver;
    private readonly CecilModules modules;
    private readonly ProbeModule probe;
    private readonly LayoutProbes probes;
    private readonly Boxes boxes;
    private readonly TypeReference @object;
    private readonly TypeReference int32;
    private readonly TypeReference dayOfWeek;

    /// <param name="frameworks">Directories with the implementation assemblies that both sides read, the core library's first.</param>
    public CrossgenComparison(RuntimeTarget target, IReadOnlyList<string> frameworks)
    {
        this.target = target;
        this.frameworks = frameworks;
        var coreLibrary = Path.Combine(frameworks[0], "System.Private.CoreLib.dll");
        resolver = session.For(new AnalysisOptions(coreLibrary) { Frameworks = FrameworkLocations.None, ReferenceDirectories = frameworks }, target);
        modules = new CecilModules(frameworks);
        var core = modules.Find("System.Private.CoreLib")!;
        probe = new ProbeModule(core);
        var engine = new LayoutEngine(resolver);
        probes = new LayoutProbes(probe, engine, new ClosedSignatures(engine, resolver, target.PointerSize), target.PointerSize);
        boxes = new Boxes(core, resolver.Find("System.Private.CoreLib")!.Rows);
        (@object, int32, dayOfWeek) = (core.GetType("System.Object"), core.GetType("System.Int32"), core.GetType("System.DayOfWeek"));
    }

    public void Add(string path, Func<TypeDefinition, bool> wanted)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (resolver.Find(name) is null)
            return;
        foreach (var type in modules.Find(name)!.GetTypes().Where(wanted))
        {
            var closed = Closed(type);
            probes.Ask(closed);
            if (LayoutTally.IsStateMachine(type) && boxes.Of(type, closed) is { } box)
                probes.Ask(box);
        }
    }

    public CrossgenOutcome Run(string version)
    {
        var directory = Directory.CreateTempSubdirectory("asyncweave-crossgen-").FullName;
        var path = Path.Combine(directory, "Probe.dll");
        probe.Write(path);
        var actual = ListedConstants.Read(new Crossgen2(version, directory).Compile(path, frameworks, target.Architecture));
        var unread = probe.Values.Keys.Except(actual.Keys).Select(name => probe.Values[name].Type).Distinct().ToList();
        var differences = probe.Values
            .Where(asked => actual.TryGetValue(asked.Key, out var value) && value != asked.Value.Expected)
            .Select(asked => $"{asked.Value.Type} {asked.Value.What}: computed {asked.Value.Expected}, crossgen2 has {actual[asked.Key]}")
            .ToList();
        Directory.Delete(directory, recursive: true);
        return new CrossgenOutcome(probes.Types, actual.Count, differences, unread, probes.Inexact);
    }

    public void Dispose()
    {
        probe.Dispose();
        modules.Dispose();
        resolver.Dispose();
        session.Dispose();
    }

    private TypeReference Closed(TypeDefinition type)
    {
        if (!type.HasGenericParameters)
            return type;
        var closed = new GenericInstanceType(type);
        foreach (var parameter in type.GenericParameters)
            closed.GenericArguments.Add(Argument(parameter));
        return closed;
    }

    // As the engine assumes: references, which all lie alike, int for a struct, an int enum for an enum.
    private TypeReference Argument(GenericParameter parameter)
    {
        var constraints = parameter.Constraints.Select(constraint => constraint.ConstraintType).ToList();
        if (constraints.Exists(constraint => constraint.FullName == "System.Enum"))
            return dayOfWeek;
        if (parameter.HasNotNullableValueTypeConstraint)
            return int32;
        // crossgen2 refuses what the constraint does not accept; the constraint itself it does.
        return constraints.Find(constraint => !constraint.IsValueType && !constraint.ContainsGenericParameter) ?? @object;
    }
}

/// <param name="Types">Closed types that were asked for.</param>
/// <param name="Values">Sizes and offsets that were compared.</param>
/// <param name="Unread">Types that crossgen2 refused, or whose listing gives no constant.</param>
internal sealed record CrossgenOutcome(int Types, int Values, IReadOnlyList<string> Differences, IReadOnlyList<string> Unread, IReadOnlyList<string> Inexact)
{
    public override string ToString() =>
        $"{Types} types, {Values} values, {Differences.Count} different, {Unread.Count} not compiled, {Inexact.Count} inexact";
}
