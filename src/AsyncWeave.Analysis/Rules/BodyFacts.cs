using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Model;
using Op = Mono.Cecil.Cil.Code;

namespace AsyncWeave.Analysis.Rules;

/// <summary>One body for the rules that read instructions: a suspending body, or an ordinary method's.</summary>
internal sealed class BodyFacts
{
    private const int FarthestConsumer = 200; // instructions: what a call takes is loaded in front of it

    private readonly List<Cut> cuts;
    private readonly AsyncMethod? method;
    private MarkedCalls? calls;

    private BodyFacts(OpenedModule module, MemberInterests interests, AsyncMethod? method, MethodDefinitionHandle declared, TracedBody traced, BasicBlocks blocks, Origins origins, bool suspends, List<Cut> cuts)
    {
        this.cuts = cuts;
        Module = module;
        Interests = interests;
        this.method = method;
        Declared = declared;
        Traced = traced;
        Blocks = blocks;
        Origins = origins;
        Suspends = suspends;
    }

    public OpenedModule Module { get; }

    /// <summary>The method as its author declared it: the kickoff of an async one.</summary>
    public MethodDefinitionHandle Declared { get; }

    /// <summary>Metadata name of the method as declared.</summary>
    public string DeclaredName => Module.NameOf(Declared);

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
        ? new BodyFacts(module, interests, method, method.KickoffHandle, evidence.Body, evidence.Blocks, evidence.Origins, method.Kind != MethodKind.Iterator, evidence.Cuts)
        : Of(module, interests, method.KickoffHandle, method.BodyHandle, method.StateMachineHandle, method.Kind != MethodKind.Iterator);

    /// <summary>A body that Flow has not traced: an ordinary method's.</summary>
    /// <param name="machine">The state machine whose fields the body names; nil where there is none.</param>
    /// <param name="buffers">The facts are good until they are lent anew; null for facts that stay.</param>
    public static BodyFacts Of(
        OpenedModule module, MemberInterests interests, MethodDefinitionHandle declared, MethodDefinitionHandle body, TypeDefinitionHandle machine, bool suspends = false, TraceBuffers? buffers = null)
    {
        var code = module.Bodies.Decode(body);
        buffers ??= new TraceBuffers();
        var traced = new TracedBody(code, new SlotTable(code, machine), new Places(code, module.Symbols.Of(MetadataTokens.GetToken(body)), buffers), buffers);
        var blocks = new BasicBlocks(code, [], buffers);
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
    public NamedMethod? Called(int instruction) => Code.Op(instruction) is Op.Call or Op.Callvirt ? Module.Members.MethodOf(Code.RawOperand(instruction)) : null;

    /// <summary>The method that an instruction calls or makes an object with; null where it does neither.</summary>
    public NamedMethod? CalledOrMade(int instruction) =>
        Code.Op(instruction) is Op.Call or Op.Callvirt or Op.Newobj ? Module.Members.MethodOf(Code.RawOperand(instruction)) : null;

    /// <summary>The field that an instruction reads, writes or takes the address of; null for any other instruction.</summary>
    public NamedField? FieldOf(int instruction) =>
        Code.Op(instruction) is Op.Ldfld or Op.Ldflda or Op.Stfld or Op.Ldsfld or Op.Ldsflda or Op.Stsfld ? Module.Members.FieldOf(Code.RawOperand(instruction)) : null;

    /// <summary>The type that an instruction makes an array of, clears or tests for; null for any other instruction.</summary>
    public SignatureType? TypeOf(int instruction) =>
        Code.Op(instruction) is Op.Newarr or Op.Initobj or Op.Isinst or Op.Castclass ? Module.Members.TypeOf(Code.RawOperand(instruction)) : null;

    /// <summary>The name of the method that an instruction calls; empty where it is no call.</summary>
    public string NameOfCalled(int instruction) => Code.Op(instruction) is Op.Call or Op.Callvirt ? Code.CalleeOf(instruction).Name : "";

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
        while (instruction < Code.Count && Code.Op(instruction) == Op.Nop);
        return instruction;
    }
}
