using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>All trap rules, for one module. Findings come at their default severity, also those that are off by default.</summary>
internal sealed class RuleSet
{
    private readonly OpenedModule module;
    private readonly FunctionUses uses;
    private readonly MemberInterests interests;
    private readonly IReadOnlyList<IMethodRule> methodRules;
    private readonly IReadOnlyList<IBodyRule> bodyRules;
    private readonly List<AsyncLambda> lambdas = [];
    private readonly FindingLog log = new();
    private readonly List<RuleFault> faults = [];

    public RuleSet(OpenedModule module, FunctionUses uses)
    {
        this.module = module;
        this.uses = uses;
        interests = new MemberInterests(module);
        Context = CodeContexts.Of(module);
        methodRules = RuleTable.ForMethods(module, uses, Context);
        bodyRules = RuleTable.ForBodies(uses);
    }

    /// <summary>Where the module's code runs.</summary>
    public CodeContext Context { get; }

    /// <summary>Rules that failed on a method; the others have spoken.</summary>
    public IReadOnlyList<RuleFault> Faults => faults;

    /// <summary>What several have found, each in methods of its own, put together in the first of them.</summary>
    /// <returns>Null for none.</returns>
    public static RuleSet? Join(IReadOnlyList<RuleSet> sets)
    {
        foreach (var other in sets.Skip(1))
        {
            sets[0].lambdas.AddRange(other.lambdas);
            sets[0].faults.AddRange(other.faults);
            sets[0].log.Add(other.log);
        }

        return sets.FirstOrDefault();
    }

    /// <summary>The findings on one listed method.</summary>
    public IReadOnlyList<Diagnostic> CheckMethod(DescribedMethod facts)
    {
        if (facts.Method.IsGenerated)
            return [];
        facts = facts with { Interests = interests };
        if (facts.Method.Form == MethodForm.Lambda && facts.Method.Kind is MethodKind.Async or MethodKind.RuntimeAsync)
            lambdas.Add(Remember(facts));

        var found = new List<Diagnostic>();
        foreach (var rule in methodRules)
            Apply(rule, facts, found);
        foreach (var rule in bodyRules)
            Apply(rule, facts, found);
        return found;
    }

    /// <summary>The findings on everything else: ordinary methods, and lambdas by what they are passed to. Asked last.</summary>
    /// <param name="methods">All listed methods.</param>
    public IReadOnlyList<Diagnostic> CheckModule(IReadOnlyList<AsyncMethod> methods)
    {
        var found = new List<Diagnostic>();
        if (lambdas.Count > 0)
            CheckTaskRuns(methods, found);
        new OrdinaryBodies(module, interests, bodyRules, log).Check(methods, found);
        return found;
    }

    private void CheckTaskRuns(IReadOnlyList<AsyncMethod> methods, List<Diagnostic> found)
    {
        var rule = new AW2006TaskRunAroundAsync(uses);
        var listed = new Dictionary<MethodDefinitionHandle, AsyncMethod>();
        foreach (var method in methods.Where(method => !listed.ContainsKey(method.BodyHandle)))
            listed.Add(method.BodyHandle, method);
        foreach (var (use, body, finding) in rule.Check([.. lambdas.OrderBy(lambda => MetadataTokens.GetRowNumber(lambda.Kickoff))], BodyOf))
        {
            listed.TryGetValue(use.User, out var async);
            if (async is { IsGenerated: true } || GeneratedCode.Is(module, body.Declared, use.User))
                continue;
            var at = finding with { Place = body.PlaceOf(use.Call), Message = (async?.Names.DisplayName ?? BodyIdentity.DisplayName(body)) + ": " + finding.Message };
            if (log.Write(rule.Descriptor, at, async?.Names.Id ?? BodyIdentity.Id(body), null) is { } written)
                found.Add(written);
        }

        BodyFacts BodyOf(DelegateUse use)
        {
            listed.TryGetValue(use.User, out var async);
            return BodyFacts.Of(module, interests, async?.KickoffHandle ?? use.User, use.User, async?.StateMachineHandle ?? default);
        }
    }

    private void Apply(IRule rule, DescribedMethod facts, List<Diagnostic> found)
    {
        var before = found.Count;
        try
        {
            foreach (var finding in rule is IMethodRule ofMethods ? ofMethods.Check(facts) : ((IBodyRule)rule).Check(facts.Body))
            {
                if (log.Write(rule.Descriptor, finding, facts.Report) is { } written)
                    found.Add(written);
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            found.RemoveRange(before, found.Count - before);
            faults.Add(new RuleFault(rule.Descriptor.Id, facts.Report.DisplayName, fault.Message));
        }
    }

    private static AsyncLambda Remember(DescribedMethod facts) => new(
        facts.Method.KickoffHandle,
        ForwardingBody.Is(facts),
        facts.Flow.Suspensions.Count > 0 ? facts.OperationOf(facts.Flow.Suspensions[0].Await) : "its work",
        facts.SuspensionBytes ?? 0);
}
