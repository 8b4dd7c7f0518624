namespace AsyncWeave.Model;

/// <summary>Every diagnostic, in one table; pages, schema and tests are held against it.</summary>
public static class DiagnosticTable
{
    public static readonly DiagnosticDescriptor UnreadableAssembly = new("AW0001", "the assembly could not be read", Severity.Error);
    public static readonly DiagnosticDescriptor InvalidConfiguration = new("AW0002", "the configuration is invalid", Severity.Error);
    public static readonly DiagnosticDescriptor UnresolvedType = new("AW0003", "a field's type could not be resolved; the size is a lower bound", Severity.Warning);
    public static readonly DiagnosticDescriptor NoSymbols = new("AW0004", "no usable symbols; locations are missing", Severity.Message);
    public static readonly DiagnosticDescriptor MatchesNothing = new("AW0005", "a pattern, rule id or baseline entry matches nothing", Severity.Warning);
    public static readonly DiagnosticDescriptor MethodNotAnalysed = new("AW0006", "a method could not be analysed; the rest of the report is complete", Severity.Warning);
    public static readonly DiagnosticDescriptor InternalFault = new("AW0007", "a fault inside AsyncWeave", Severity.Warning);
    public static readonly DiagnosticDescriptor NothingMeasured = new("AW0008", "the assembly has async methods and none could be measured", Severity.Warning);

    public static readonly DiagnosticDescriptor StateMachineTooLarge = new("AW1001", "state machine larger than its budget", Severity.Error);
    public static readonly DiagnosticDescriptor TooManyAwaits = new("AW1002", "more awaits than its budget", Severity.Error);
    public static readonly DiagnosticDescriptor TooManyHoistedFields = new("AW1003", "more hoisted fields than its budget", Severity.Error);
    public static readonly DiagnosticDescriptor TooManySuspensionBytes = new("AW1004", "more bytes on suspension than its budget", Severity.Error);
    public static readonly DiagnosticDescriptor GrewPastBaseline = new("AW1005", "grew past the baseline", Severity.Error);

    public static readonly DiagnosticDescriptor RedundantAsync = new("AW2001", "redundant async: the method only returns one await", Severity.Suggestion);
    public static readonly DiagnosticDescriptor AsyncWithoutAwait = new("AW2002", "async without any await", Severity.Suggestion);
    public static readonly DiagnosticDescriptor AsyncVoid = new("AW2003", "async void that is not an event handler", Severity.Warning);
    public static readonly DiagnosticDescriptor AwaitInLoop = new("AW2004", "await inside a loop", Severity.Suggestion);
    public static readonly DiagnosticDescriptor ForwardingLambda = new("AW2005", "async lambda that only forwards to one call", Severity.Suggestion);
    public static readonly DiagnosticDescriptor TaskRunAroundAsync = new("AW2006", "Task.Run around an async lambda that adds nothing", Severity.Suggestion);
    public static readonly DiagnosticDescriptor BlockingOnTask = new("AW2007", "blocking on a task that is not known to be complete", Severity.Warning);
    public static readonly DiagnosticDescriptor DroppedTask = new("AW2008", "a returned task is dropped: its failure is lost", Severity.Suggestion);
    public static readonly DiagnosticDescriptor CapturesContext = new("AW2009", "await captures the context", Severity.None);
    public static readonly DiagnosticDescriptor LargeValueHeld = new("AW2010", "a large value type is held across an await", Severity.Suggestion);
    public static readonly DiagnosticDescriptor BufferHeld = new("AW2011", "a buffer allocated in the method is held across an await", Severity.Suggestion);
    public static readonly DiagnosticDescriptor ThisHeld = new("AW2012", "this is kept alive across an await only to read fields that could be read before it", Severity.Suggestion);
    public static readonly DiagnosticDescriptor DeadHoist = new("AW2013", "takes room in the state machine though no value of it is needed after any await", Severity.Suggestion);
    public static readonly DiagnosticDescriptor SpilledTemporary = new("AW2014", "a temporary is spilled because an expression has an await in its middle", Severity.Suggestion);
    public static readonly DiagnosticDescriptor TokenNotPassed = new("AW2015", "a CancellationToken is at hand and the awaited call has an overload that takes one", Severity.Suggestion);
    public static readonly DiagnosticDescriptor ValueTaskMisuse = new("AW2016", "a ValueTask is awaited twice, stored, or blocked on", Severity.Warning);
    public static readonly DiagnosticDescriptor UncachedResult = new("AW2017", "a path completes synchronously with a result the runtime does not cache", Severity.Suggestion);
    public static readonly DiagnosticDescriptor WorkAfterAwait = new("AW2018", "work that no await feeds is done after one", Severity.None);
    public static readonly DiagnosticDescriptor SwallowedCancellation = new("AW2019", "a catch-all around an await swallows OperationCanceledException", Severity.Suggestion);

    /// <summary>By id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        UnreadableAssembly, InvalidConfiguration, UnresolvedType, NoSymbols, MatchesNothing, MethodNotAnalysed, InternalFault, NothingMeasured,
        StateMachineTooLarge, TooManyAwaits, TooManyHoistedFields, TooManySuspensionBytes, GrewPastBaseline,
        RedundantAsync, AsyncWithoutAwait, AsyncVoid, AwaitInLoop, ForwardingLambda, TaskRunAroundAsync, BlockingOnTask, DroppedTask,
        CapturesContext, LargeValueHeld, BufferHeld, ThisHeld, DeadHoist, SpilledTemporary, TokenNotPassed, ValueTaskMisuse, UncachedResult,
        WorkAfterAwait, SwallowedCancellation,
    ];
}
