namespace AsyncWeave.Analysis.Rules;

/// <summary>Why a body is worth decoding, by the members that it calls.</summary>
[Flags]
internal enum Interest : byte
{
    None = 0,

    /// <summary>It calls something that can block on a task.</summary>
    Blocks = 1,

    /// <summary>It drops what a call gives, and that could be a task.</summary>
    DropsTask = 2,
}
