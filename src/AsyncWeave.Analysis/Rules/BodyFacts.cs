using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>One body for the rules that read instructions: a suspending body, or an ordinary method's.</summary>
internal sealed class BodyFacts
{
    private readonly Lazy<ILookup<int, int>> consumers;
    private readonly Dictionary<int, int> resumes = [];
    private readonly HashSet<int> resumePoints = [];

    private BodyFacts(OpenedModule module, MethodDefinition declared, TracedBody traced, BasicBlocks blocks, Origins origins, bool suspends, IReadOnlyList<Cut>? cuts = null)
    {
        foreach (var cut in cuts ?? [])
        {
            resumes[cut.Leave] = cut.Resume;
            resumePoints.Add(cut.Resume);
        }

        Module = module;
        Declared = declared;
        Traced = traced;
        Blocks = blocks;
        Origins = origins;
        Suspends = suspends;
        consumers = new(() => Consumption.Of(traced));
    }

    public OpenedModule Module { get; }

    /// <summary>The method as its author declared it: the kickoff of an async one.</summary>
    public MethodDefinition Declared { get; }

    /// <summary>The body runs in an async method, so that an await could stand in it.</summary>
    public bool Suspends { get; }

    public TracedBody Traced { get; }

    public BodyCode Code => Traced.Code;

    public OperandTrace Trace => Traced.Trace;

    public BasicBlocks Blocks { get; }

    public Origins Origins { get; }

    public static BodyFacts OfAsync(OpenedModule module, AsyncMethod method, MethodFlow flow) => flow.Evidence is { } evidence
        ? new BodyFacts(module, method.Kickoff, evidence.Body, evidence.Blocks, evidence.Origins, method.Kind != MethodKind.Iterator, evidence.Cuts)
        : Of(module, method.Kickoff, method.Body, method.StateMachine, method.Kind != MethodKind.Iterator);

    /// <summary>A body that Flow has not traced: an ordinary method's.</summary>
    public static BodyFacts Of(OpenedModule module, MethodDefinition declared, MethodDefinition body, TypeDefinition? machine, bool suspends = false)
    {
        var code = module.Bodies.Decode(body.Row());
        var traced = new TracedBody(code, new SlotTable(code, machine), new Places(code, module.Symbols.Of(body.MetadataToken.ToInt32())));
        var blocks = new BasicBlocks(code, []);
        return new BodyFacts(module, declared, traced, blocks, new Origins(traced, blocks), suspends);
    }

    /// <summary>Instructions that take what this one leaves on the stack.</summary>
    public IEnumerable<int> ConsumersOf(int producer) => consumers.Value[producer];

    /// <summary>The method that an instruction calls; null where it is no call.</summary>
    public MethodReference? Called(int instruction) =>
        Code[instruction].OpCode.Code is Mono.Cecil.Cil.Code.Call or Mono.Cecil.Cil.Code.Callvirt ? Code[instruction].Operand as MethodReference : null;

    /// <summary>Where the body comes back when it leaves behind an instruction; null where it does not leave there.</summary>
    public int? ResumeOf(int instruction) => resumes.TryGetValue(instruction, out var resume) ? resume : null;

    /// <summary>A place that only the dispatch and the suspension before it lead to.</summary>
    public bool IsResume(int instruction) => resumePoints.Contains(instruction);

    public Place? PlaceOf(int instruction) => Traced.Places.Visible(instruction) is { } point
        ? new Place(point.File, point.Line, point.Column, point.EndLine)
        : null;

    /// <summary>The catch around all of <c>MoveNext</c>, which gives the exception to the builder.</summary>
    public bool HandsToBuilder(Handler handler)
    {
        for (var i = handler.Start; i < handler.End; i++)
        {
            if (Called(i) is { Name: "SetException" })
                return true;
        }

        return false;
    }

    /// <summary>Index of the next instruction that does anything.</summary>
    public int Next(int instruction)
    {
        do
            instruction++;
        while (instruction < Code.Count && Code[instruction].OpCode.Code == Mono.Cecil.Cil.Code.Nop);
        return instruction;
    }
}
