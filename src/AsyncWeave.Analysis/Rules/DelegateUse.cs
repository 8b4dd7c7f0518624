using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A function made into a delegate, and the call that takes the delegate.</summary>
/// <param name="User">The method whose body does it.</param>
/// <param name="DelegateType">The delegate's type as the code closes it.</param>
/// <param name="Call">Index of the call; -1 where the delegate is stored or returned.</param>
internal sealed record DelegateUse(MethodDefinition User, BodyCode Body, TypeReference DelegateType, int Call)
{
    public MethodReference? Consumer => Call >= 0 ? Body[Call].Operand as MethodReference : null;

    /// <summary>All uses of a function in one body.</summary>
    public static IEnumerable<DelegateUse> In(ModuleBodies bodies, MethodDefinition user, MethodDefinition function)
    {
        if (!user.HasBody)
            yield break;
        var code = bodies.Decode(user.Row());
        for (var i = 0; i + 1 < code.Count; i++)
        {
            if (code[i].OpCode.Code is not (Code.Ldftn or Code.Ldvirtftn) || !Names(code[i].Operand, function))
                continue;
            var made = i + 1;
            while (made < code.Count && code[made].OpCode.Code == Code.Nop)
                made++;
            if (made < code.Count && code[made] is { OpCode.Code: Code.Newobj, Operand: MethodReference constructor })
                yield return new DelegateUse(user, code, constructor.DeclaringType, ConsumerOf(code, made));
        }
    }

    private static bool Names(object? operand, MethodDefinition function) =>
        operand is MethodReference reference && reference.Name == function.Name
        && reference.DeclaringType.GetElementType().FullName == function.DeclaringType.FullName;

    // newobj delegate; (dup; stsfld cache;) the arguments behind it; call
    private static int ConsumerOf(BodyCode code, int made)
    {
        var depth = 1;
        for (var i = made + 1; i < code.Count && i < made + 200; i++)
        {
            var pops = code.Pops(i);
            if (pops == StackEffect.PopsAll)
                return -1;
            if (pops >= depth && code.Op(i) != Code.Dup)
            {
                if (!IsCachedInClosure(code, i))
                    return code.Op(i) is Code.Call or Code.Callvirt or Code.Newobj ? i : -1;
                depth = 1;
                i++; // over the load that puts it back
                continue;
            }

            depth += code.Pushes(i) - pops;
            if (code.Flow(i) is FlowControl.Return or FlowControl.Throw)
                return -1;
        }

        return -1;
    }

    // ldarg.0; newobj delegate; dup; stloc d; stfld <>9__0; ldloc d        a lambda in a loop or in another lambda is kept in the closure
    private static bool IsCachedInClosure(BodyCode code, int store) =>
        store >= 2 && store + 1 < code.Count && code.Op(store) == Code.Stfld && code.Op(store - 2) == Code.Dup
        && code.Op(store - 1) is >= Code.Stloc_0 and <= Code.Stloc_3 or Code.Stloc_S or Code.Stloc
        && code.Op(store + 1) is >= Code.Ldloc_0 and <= Code.Ldloc_3 or Code.Ldloc_S or Code.Ldloc
        && code.RawOperand(store - 1) == code.RawOperand(store + 1);
}
