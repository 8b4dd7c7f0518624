namespace AsyncWeave.Analysis.Flow;

/// <summary>What stands behind an opcode (ECMA-335 III.1.2.1).</summary>
internal enum OperandKind : byte
{
    None,
    UInt8,
    Int8,
    UInt16,
    Int32,
    EightBytes,
    Token,
    ShortBranch,
    Branch,
    Switch,
}
