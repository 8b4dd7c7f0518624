using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>One body for the rules that read instructions: a suspending body, or an ordinary method's.</summary>
internal sealed class BodyFacts
{
    private const int FarthestConsumer = 200; // instructions: what a call takes is loaded in front of it

    private readonly IReadOnlyList<Cut> cuts;
    private readonly AsyncMethod? method;
    private MarkedCalls? calls;
    private MethodDefinition? declared;

    private BodyFacts(OpenedModule module, MemberInterests interests, AsyncMethod? method, MethodDefinition? declared, TracedBody traced, BasicBlocks blocks, Origins origins, bool suspends, IReadOnlyList<Cut> cuts)
    {
        this.cuts = cuts;
        Module = module;
        Interests = interests;
        this.method = method;
        this.declared = declared;
        Traced = traced;
        Blocks = blocks;
        Origins = origins;
        Suspends = suspends;
    }

    public OpenedModule Module { get; }

    /// <summary>The method as its author declared it: the kickoff of an async one.</summary>
    public MethodDefinition Declared => declared ??= method!.Kickoff;

    /// <summary>The body runs in an async method, so that an await could stand in it.</summary>
    public bool Suspends { get; }

    /// <summary>The compiler ends every await in it with <c>GetResult</c>; under runtime-async the runtime does.</summary>
    public bool IsStateMachine => method is { StateMachineHandle.IsNil: false };

    public TracedBody Traced { get; }

    public BodyCode Code => Traced.Code;

    public OperandTrace Trace => Traced.Trace;

    public BasicBlocks Blocks { get; }

    public Origins Origins { get; }

    public MemberInterests Interests { get; }

    /// <summary>The calls that some rule asks for.</summary>
    public MarkedCalls Calls => calls ??= MarkedCalls.In(Code, Interests);

    /// <summary>How often the body suspends for an await.</summary>
    public int Awaits
    {
        get
        {
            var count = 0;
            foreach (var cut in cuts)
                count += cut.IsAwait ? 1 : 0;
            return count;
        }
    }

    public static BodyFacts OfAsync(OpenedModule module, AsyncMethod method, MethodFlow flow, MemberInterests interests) => flow.Evidence is { } evidence
        ? new BodyFacts(module, interests, method, null, evidence.Body, evidence.Blocks, evidence.Origins, method.Kind != MethodKind.Iterator, evidence.Cuts)
        : Of(module, interests, method.Kickoff, method.Body, method.StateMachine, method.Kind != MethodKind.Iterator);

    /// <summary>A body that Flow has not traced: an ordinary method's.</summary>
    public static BodyFacts Of(OpenedModule module, MemberInterests interests, MethodDefinition declared, MethodDefinition body, TypeDefinition? machine, bool suspends = false)
    {
        var code = module.Bodies.Decode(body.Row());
        var traced = new TracedBody(code, new SlotTable(code, machine?.Row() ?? default), new Places(code, module.Symbols.Of(body.MetadataToken.ToInt32())));
        var blocks = new BasicBlocks(code, []);
        return new BodyFacts(module, interests, null, declared, traced, blocks, new Origins(traced, blocks), suspends, []);
    }

    /// <summary>The next instruction that takes what this one leaves on the stack; -1 where none is near.</summary>
    public int ConsumerOf(int producer)
    {
        for (var i = producer + 1; i < Code.Count && i <= producer + FarthestConsumer; i++)
        {
            var pops = Code.Pops(i);
            for (var depth = 0; depth < pops; depth++)
            {
                if (Trace.Operand(i, depth) == producer)
                    return i;
            }
        }

        return -1;
    }

    /// <summary>The method that an instruction calls; null where it is no call.</summary>
    public MethodReference? Called(int instruction) =>
        Code.Op(instruction) is Mono.Cecil.Cil.Code.Call or Mono.Cecil.Cil.Code.Callvirt ? Code[instruction].Operand as MethodReference : null;

    /// <summary>The name of the method that an instruction calls; empty where it is no call.</summary>
    public string NameOfCalled(int instruction) => Code.Op(instruction) is Mono.Cecil.Cil.Code.Call or Mono.Cecil.Cil.Code.Callvirt ? Code.CalleeOf(instruction).Name : "";

    /// <summary>Where the body comes back when it leaves behind an instruction; null where it does not leave there.</summary>
    public int? ResumeOf(int instruction)
    {
        foreach (var cut in cuts)
        {
            if (cut.Leave == instruction)
                return cut.Resume;
        }

        return null;
    }

    /// <summary>A place that only the dispatch and the suspension before it lead to.</summary>
    public bool IsResume(int instruction)
    {
        foreach (var cut in cuts)
        {
            if (cut.Resume == instruction)
                return true;
        }

        return false;
    }

    public Place? PlaceOf(int instruction) => Traced.Places.Visible(instruction) is { } point
        ? new Place(point.File, point.Line, point.Column, point.EndLine)
        : null;

    /// <summary>The catch around all of <c>MoveNext</c>, which gives the exception to the builder.</summary>
    public bool HandsToBuilder(Handler handler)
    {
        for (var i = handler.Start; i < handler.End; i++)
        {
            if (NameOfCalled(i) == "SetException")
                return true;
        }

        return false;
    }

    /// <summary>Index of the next instruction that does anything.</summary>
    public int Next(int instruction)
    {
        do
            instruction++;
        while (instruction < Code.Count && Code.Op(instruction) == Mono.Cecil.Cil.Code.Nop);
        return instruction;
    }
}
