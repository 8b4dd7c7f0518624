using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The facts behind <see cref="InstructionSet"/>'s tables, by families of opcodes (ECMA-335 III.3 and III.4).</summary>
internal static class InstructionFacts
{
    public static OperandKind Operand(Code code) => code switch
    {
        >= Code.Ldarg_S and <= Code.Stloc_S or Code.Unaligned or Code.No => OperandKind.UInt8,
        Code.Ldc_I4_S => OperandKind.Int8,
        Code.Ldarg or Code.Ldarga or Code.Starg or Code.Ldloc or Code.Ldloca or Code.Stloc => OperandKind.UInt16,
        Code.Ldc_I4 or Code.Ldc_R4 => OperandKind.Int32,
        Code.Ldc_I8 or Code.Ldc_R8 => OperandKind.EightBytes,
        >= Code.Br_S and <= Code.Blt_Un_S or Code.Leave_S => OperandKind.ShortBranch,
        >= Code.Br and <= Code.Blt_Un or Code.Leave => OperandKind.Branch,
        Code.Switch => OperandKind.Switch,
        Code.Jmp or Code.Call or Code.Calli or Code.Callvirt or Code.Newobj or Code.Ldftn or Code.Ldvirtftn
            or >= Code.Ldfld and <= Code.Stobj
            or Code.Cpobj or Code.Ldobj or Code.Ldstr or Code.Castclass or Code.Isinst or Code.Unbox or Code.Unbox_Any or Code.Box
            or Code.Newarr or Code.Ldelema or Code.Ldelem_Any or Code.Stelem_Any or Code.Refanyval or Code.Mkrefany or Code.Ldtoken
            or Code.Initobj or Code.Constrained or Code.Sizeof => OperandKind.Token,
        _ => OperandKind.None,
    };

    public static int Implied(Code code) => code switch
    {
        >= Code.Ldarg_0 and <= Code.Ldarg_3 => code - Code.Ldarg_0,
        >= Code.Ldloc_0 and <= Code.Ldloc_3 => code - Code.Ldloc_0,
        >= Code.Stloc_0 and <= Code.Stloc_3 => code - Code.Stloc_0,
        >= Code.Ldc_I4_M1 and <= Code.Ldc_I4_8 => code - Code.Ldc_I4_0,
        _ => 0,
    };

    public static FlowControl Flow(Code code) => code switch
    {
        Code.Br or Code.Br_S or Code.Leave or Code.Leave_S => FlowControl.Branch,
        >= Code.Brfalse_S and <= Code.Blt_Un_S or >= Code.Brfalse and <= Code.Switch => FlowControl.Cond_Branch,
        Code.Jmp or Code.Call or Code.Calli or Code.Callvirt or Code.Newobj => FlowControl.Call,
        Code.Ret or Code.Endfinally or Code.Endfilter => FlowControl.Return,
        Code.Throw or Code.Rethrow => FlowControl.Throw,
        Code.Break => FlowControl.Break,
        Code.Unaligned or Code.Volatile or Code.Tail => FlowControl.Meta,
        _ => FlowControl.Next,
    };

    public static int Pops(Code code) => code switch
    {
        Code.Call or Code.Calli or Code.Callvirt or Code.Newobj => InstructionSet.Varies,
        Code.Ret or Code.Leave or Code.Leave_S => InstructionSet.PopsAll,
        >= Code.Stelem_I and <= Code.Stelem_Ref or Code.Stelem_Any or Code.Cpblk or Code.Initblk => 3,
        >= Code.Beq_S and <= Code.Blt_Un_S or >= Code.Beq and <= Code.Blt_Un
            or >= Code.Stind_Ref and <= Code.Shr_Un or Code.Stind_I or Code.Cpobj or Code.Stfld or Code.Stobj
            or >= Code.Ldelema and <= Code.Ldelem_Ref or Code.Ldelem_Any
            or >= Code.Add_Ovf and <= Code.Sub_Ovf_Un or >= Code.Ceq and <= Code.Clt_Un => 2,
        >= Code.Stloc_0 and <= Code.Stloc_3 or Code.Starg_S or Code.Stloc_S or Code.Starg or Code.Stloc
            or Code.Dup or Code.Pop or Code.Brfalse_S or Code.Brtrue_S or Code.Brfalse or Code.Brtrue or Code.Switch
            or >= Code.Ldind_I1 and <= Code.Ldind_Ref or >= Code.Neg and <= Code.Conv_U8 or Code.Ldobj
            or >= Code.Castclass and <= Code.Ldflda or Code.Stsfld or >= Code.Conv_Ovf_I1_Un and <= Code.Ldlen
            or >= Code.Unbox_Any and <= Code.Mkrefany or >= Code.Conv_U2 and <= Code.Conv_Ovf_U or Code.Conv_U
            or Code.Ldvirtftn or Code.Localloc or Code.Endfilter or Code.Initobj or Code.Refanytype => 1,
        _ => 0,
    };

    public static int Pushes(Code code) => code switch
    {
        Code.Call or Code.Calli or Code.Callvirt => InstructionSet.Varies,
        Code.Dup => 2,
        >= Code.Ldarg_0 and <= Code.Ldloc_3 or Code.Ldarg_S or Code.Ldarga_S or Code.Ldloc_S or Code.Ldloca_S
            or >= Code.Ldnull and <= Code.Ldc_R8 or >= Code.Ldind_I1 and <= Code.Ldind_Ref or >= Code.Add and <= Code.Conv_U8
            or >= Code.Ldobj and <= Code.Unbox or Code.Ldfld or Code.Ldflda or Code.Ldsfld or Code.Ldsflda
            or >= Code.Conv_Ovf_I1_Un and <= Code.Ldelem_Ref or Code.Ldelem_Any or >= Code.Unbox_Any and <= Code.Sub_Ovf_Un
            or >= Code.Conv_U and <= Code.Ldarga or Code.Ldloc or Code.Ldloca or Code.Localloc
            or >= Code.Sizeof and <= Code.Refanytype => 1,
        _ => 0,
    };
}
