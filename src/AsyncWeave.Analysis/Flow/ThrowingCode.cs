using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Which instructions can raise an exception.</summary>
internal static class ThrowingCode
{
    private const int Never = int.MaxValue;

    /// <summary>By block the first one; later than every instruction where there is none.</summary>
    public static int[] FirstOf(BodyCode code, BasicBlocks blocks, int[] slotOf, TraceBuffers buffers)
    {
        var first = buffers.Any(blocks.Count);
        for (var block = 0; block < blocks.Count; block++)
        {
            var i = blocks.Start(block);
            while (i < blocks.End(block) && !Throws(code, i, slotOf))
                i++;
            first[block] = i < blocks.End(block) ? i : Never;
        }

        return first;
    }

    /// <summary>Fields of the state machine are always there.</summary>
    public static bool Throws(BodyCode code, int i, int[] slotOf) => code.Op(i) switch
    {
        Code.Nop or Code.Dup or Code.Pop or Code.Ldnull or Code.Ldstr or Code.Initobj or Code.Ret or Code.Endfinally or Code.Endfilter or Code.Switch => false,
        >= Code.Ldarg_0 and <= Code.Ldc_R8 => false,
        >= Code.Br_S and <= Code.Blt_Un => false,
        Code.Leave or Code.Leave_S => false,
        >= Code.Add and <= Code.Mul or >= Code.And and <= Code.Conv_U8 => false,
        Code.Ceq or Code.Cgt or Code.Cgt_Un or Code.Clt or Code.Clt_Un => false,
        Code.Ldarg or Code.Starg or Code.Ldarga or Code.Ldloc or Code.Stloc or Code.Ldloca => false,
        Code.Ldfld or Code.Ldflda or Code.Stfld => slotOf[i] < 0,
        Code.Isinst or Code.Ldsfld or Code.Stsfld or Code.Sizeof or Code.Ldtoken or Code.Ldftn => false,
        _ => true,
    };
}
