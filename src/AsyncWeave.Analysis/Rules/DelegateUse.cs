using System.Reflection.Metadata;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading.Signatures;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A function made into a delegate, and the call that takes the delegate.</summary>
/// <param name="Function">As the code names it.</param>
/// <param name="User">The method whose body does it.</param>
/// <param name="DelegateType">Full metadata name of the delegate's type.</param>
/// <param name="Call">Index of the call; -1 where the delegate is stored or returned.</param>
/// <param name="Consumer">What is called there; null where it is stored or returned.</param>
internal sealed record DelegateUse(NamedMethod Function, MethodDefinitionHandle User, string DelegateType, int Call, NamedMethod? Consumer)
{
    /// <summary>All that one body makes.</summary>
    public static IEnumerable<DelegateUse> In(MemberRows members, BodyCode code)
    {
        for (var i = 0; i + 1 < code.Count; i++)
        {
            if (code.Op(i) is not (Code.Ldftn or Code.Ldvirtftn) || members.MethodOf(code.RawOperand(i)) is not { } function)
                continue;
            var made = i + 1;
            while (made < code.Count && code.Op(made) == Code.Nop)
                made++;
            if (made < code.Count && code.Op(made) == Code.Newobj && members.MethodOf(code.RawOperand(made)) is { } constructor)
                yield return Of(members, code, function, constructor, ConsumerOf(code, made));
        }
    }

    private static DelegateUse Of(MemberRows members, BodyCode code, NamedMethod function, NamedMethod constructor, int call) =>
        new(function, code.Handle, constructor.DeclaringName, call, call >= 0 ? members.MethodOf(code.RawOperand(call)) : null);

    // newobj delegate; (dup; stsfld cache;) the arguments behind it; call
    private static int ConsumerOf(BodyCode code, int made)
    {
        var depth = 1;
        for (var i = made + 1; i < code.Count && i < made + 200; i++)
        {
            var pops = code.Pops(i);
            if (pops == InstructionSet.PopsAll)
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
