using AsyncWeave.Model;

namespace AsyncWeave.Report.Html;

/// <summary>What <c>maxHoistedFields</c> counts: parameters, locals and spills that live in the state machine.</summary>
internal static class HoistedFields
{
    public static int CountOf(MethodReport method) =>
        method.StateMachine?.Fields.Count(f => f.Role is FieldRole.Parameter or FieldRole.Local or FieldRole.Spill) ?? 0;
}
