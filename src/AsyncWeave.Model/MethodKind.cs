namespace AsyncWeave.Model;

public enum MethodKind
{
    Async,
    AsyncIterator,
    Iterator,

    /// <summary>Compiled with <c>MethodImplOptions.Async</c> (0x2000): the runtime suspends it, there is no state machine.</summary>
    RuntimeAsync,

    /// <summary>An F# <c>task { }</c>: a resumable state machine, told apart because the shape is not C#'s.</summary>
    ResumableCode,
}
