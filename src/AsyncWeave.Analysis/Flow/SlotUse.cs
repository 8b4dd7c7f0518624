namespace AsyncWeave.Analysis.Flow;

/// <summary>One use of a slot; a use by address that may both read and write counts as a read, so that it never ends a life.</summary>
internal readonly record struct SlotUse(int Slot, int Instruction, bool IsWrite);
