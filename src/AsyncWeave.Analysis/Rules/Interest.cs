namespace AsyncWeave.Analysis.Rules;

/// <summary>What a called member is to the rules, by its names alone.</summary>
[Flags]
internal enum Interest : ushort
{
    None = 0,

    /// <summary>It can block on a task.</summary>
    Blocks = 1,

    /// <summary>Of a body: somewhere a call gives a task and nobody takes it.</summary>
    DropsTask = 2,

    /// <summary>Ends an await, or blocks.</summary>
    GetResult = 4,

    /// <summary>Gives the builder the method's result.</summary>
    SetResult = 8,

    /// <summary>Asks a ValueTask for its result or its awaiter.</summary>
    AsksValueTask = 16,

    /// <summary>Writes an AsyncLocal.</summary>
    SetsAmbient = 32,

    /// <summary>What it gives could be a task, by its type's name; a type parameter may stand for one.</summary>
    MayGiveTask = 64,

    /// <summary>The member has been looked at.</summary>
    Known = 0x8000,
}
