using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Values that a runtime-async body leaves on the evaluation stack while it awaits: optimised code keeps short-lived locals there.</summary>
internal static class OperandLives
{
    private const int Deepest = 32;

    public static IEnumerable<LocalLife> Of(TracedBody body, Suspensions suspensions)
    {
        var lives = new Dictionary<int, List<int>>();
        foreach (var suspension in suspensions.List)
        {
            var site = body.Code.AtOffset(suspension.Site.Offset);
            var below = body.Code.Pops(site);
            for (var depth = below; depth < below + Deepest && body.Trace.Operand(site, depth) is >= 0 and var producer; depth++)
            {
                if (!lives.TryGetValue(producer, out var across))
                    lives[producer] = across = [];
                across.Add(suspension.Await.Index);
            }
        }

        return lives.OrderBy(life => life.Key).Select(life => new LocalLife(null, TypeOf(body, life.Key), life.Value));
    }

    private static TypeReference TypeOf(TracedBody body, int producer)
    {
        var types = body.Code.Method.Module.TypeSystem;
        return body.Code[producer].Operand switch
        {
            MethodReference method => method.Name == ".ctor" ? method.DeclaringType : method.ReturnType,
            FieldReference field => field.FieldType,
            VariableDefinition local => local.VariableType,
            ParameterDefinition parameter => parameter.ParameterType,
            TypeReference type when body.Code[producer].OpCode.Code is not (Code.Newarr or Code.Ldtoken) => type,
            string => types.String,
            _ when body.Code.Constant(producer) is not null => types.Int32,
            _ => types.Object,
        };
    }
}
