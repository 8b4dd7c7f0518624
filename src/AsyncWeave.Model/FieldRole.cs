namespace AsyncWeave.Model;

public enum FieldRole
{
    State,
    Builder,
    This,
    Parameter,
    ParameterProxy,
    Local,
    Spill,
    Awaiter,
    Current,
    Closure,
    DisposeMode,
    CombinedTokens,
    InitialThreadId,
    Other,
}
