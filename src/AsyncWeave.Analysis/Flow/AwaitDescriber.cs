using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Says of an await what the report says: place, operation, surroundings.</summary>
internal sealed class AwaitDescriber
{
    private readonly TracedBody body;
    private readonly Origins origins;
    private readonly AwaitedOperation operations;
    private readonly ContextCapture contexts;
    private readonly Regions regions;
    private readonly HashSet<int>? foreachEnumerators;

    public AwaitDescriber(TracedBody body, Origins origins, Regions regions, List<AwaitSite> sites)
    {
        this.body = body;
        this.origins = origins;
        this.regions = regions;
        operations = new AwaitedOperation(body, origins);
        contexts = new ContextCapture(body, origins);
        foreach (var site in sites)
        {
            var call = operations.Find(site.Awaitable);
            if (NameOf(call) == "MoveNextAsync" && Receiver(call) is >= 0 and var slot && (IsGenerated(slot) || StandsOnIn(call)))
                (foreachEnumerators ??= []).Add(StoreOrSlot(slot, call));
        }
    }

    public DescribedAwait Describe(AwaitSite site, bool inLoop)
    {
        var call = operations.Find(site.Awaitable);
        var syntax = Syntax(site, call);
        return new DescribedAwait(body.Code, site, Place(site, call, syntax), call)
        {
            Operation = call < 0 ? null : body.Code.Module.Operations.Of(body.Code, call),
            Syntax = syntax,
            CapturesContext = contexts.Of(site.Awaiter, site.Awaitable),
            InLoop = inLoop,
            Region = regions.Of(site.Anchor),
        };
    }

    private AwaitSyntax Syntax(AwaitSite site, int call)
    {
        if (NameOf(call) is not ("MoveNextAsync" or "DisposeAsync"))
            return AwaitSyntax.Await;
        if (Receiver(call) is not (>= 0 and var slot))
            return Captured(call) >= 0 && IsCompilersDispose(site) ? AwaitSyntax.AwaitUsing : AwaitSyntax.Await;
        if (foreachEnumerators?.Contains(StoreOrSlot(slot, call)) == true)
            return AwaitSyntax.AwaitForeach;
        return NameOf(call) == "DisposeAsync" && IsCompilersDispose(site) ? AwaitSyntax.AwaitUsing : AwaitSyntax.Await;
    }

    // Optimised code lets the enumerators of several loops share a slot, and a variable of the author's as well.
    private int StoreOrSlot(int slot, int call) => origins.StoreSeenBy(slot, call) is >= 0 and var store ? store : -2 - slot;

    // A loop steps on under the point of its keyword, which is shorter than any call that an author writes.
    private bool StandsOnIn(int call) =>
        body.Places.Covering(call) is { IsHidden: false } point && point.Line == point.EndLine && point.EndColumn - point.Column == "in".Length;

    private bool IsCompilersDispose(AwaitSite site) => body.Places.Known
        ? body.Places.Covering(site.Anchor) is { IsHidden: true }
        : regions.IsGeneratedFinally(site.Anchor);

    // The compiler's own awaits stand on hidden points; the statement that they belong to is where the resource was stored.
    private SourcePoint? Place(AwaitSite site, int call, AwaitSyntax syntax)
    {
        if (syntax != AwaitSyntax.Await && ResourceStore(call, site.Anchor) is >= 0 and var store && body.Places.Visible(store) is { } point)
            return point;
        return body.Places.WithinStatement(site.Anchor, site.Resume) ?? body.Places.Visible(site.Anchor);
    }

    private int ResourceStore(int call, int before) => Receiver(call) is >= 0 and var slot
        ? origins.WriteBefore(slot, before)
        : origins.FieldStoreBefore(Captured(call), before);

    private int Receiver(int call) => ReceiverProducer(call) is >= 0 and var producer && !IsThis(producer) ? body.SlotOf[producer] : SlotTable.None;

    // ldfld <>8__1; ldfld resource; callvirt DisposeAsync()        where a lambda captures it, the resource lives in the closure
    private int Captured(int call)
    {
        var producer = ReceiverProducer(call);
        if (producer < 0 || body.Code.Op(producer) is not (Code.Ldfld or Code.Ldflda) || !body.Code.Module.Fields.IsCaptured(body.Code.RawOperand(producer)))
            return -1;
        // What a lambda finds in its own closure was declared outside of it.
        return body.Trace.Operand(producer, 0) is >= 0 and var closure && !IsThis(closure) ? producer : -1;
    }

    // A value of a type parameter that stands for a class is boxed in front of the call.
    private int ReceiverProducer(int call)
    {
        var producer = body.Trace.Argument(call, 0);
        return producer >= 0 && body.Code.Op(producer) == Code.Box ? body.Trace.Operand(producer, 0) : producer;
    }

    // An enumerator that drains itself calls on `this`, which has a made-up name too and which Release code keeps in a local.
    private bool IsThis(int producer)
    {
        var slot = body.SlotOf[producer];
        if (body.Slots.IsLocal(slot) && origins.StoreSeenBy(slot, producer) is >= 0 and var store && body.Trace.Operand(store, 0) is >= 0 and var stored)
            slot = body.SlotOf[stored];
        return body.Slots.IsField(slot) && body.Slots.IsNamed(slot, "<>4__this");
    }

    private bool IsGenerated(int slot) => body.Slots.IsField(slot)
        ? body.Slots.IsGenerated(slot) || body.Slots.NamesAreGone
        : body.Slots.IsLocal(slot) && !body.Places.HasName(slot - body.Slots.Fields);

    private string? NameOf(int call) => call < 0 ? null : body.Code.CalleeOf(call).Name;
}
