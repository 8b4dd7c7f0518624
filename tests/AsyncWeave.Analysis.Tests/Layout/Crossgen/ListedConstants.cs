using System.Globalization;
using System.Text.RegularExpressions;

namespace AsyncWeave.Analysis.Tests.Layout.Crossgen;

/// <summary>
/// What methods that return a constant return, from the JIT's listing of them: the last value that is moved into the register of the result
/// (eax on x64 and x86, w0 on arm64, r0 on arm).
/// </summary>
internal static partial class ListedConstants
{
    /// <returns>Values by method name; a method whose result is no constant is left out.</returns>
    public static Dictionary<string, int> Read(IEnumerable<string> listing)
    {
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        var method = "";
        foreach (var line in listing)
        {
            if (Header().Match(line) is { Success: true } header)
                method = header.Groups["name"].Value;
            else if (Result().Match(line) is { Success: true } result && Next(values.GetValueOrDefault(method), result) is { } value)
                values[method] = value;
            else if (ComputedResult().IsMatch(line))
                values.Remove(method);
        }

        return values;
    }

    // xor eax, eax      mov eax, 24      mov w0, wzr      movz w0, #0x1234 / movk w0, #1 LSL #16      movs r0, 24      movw r0, 0x1234 / movt r0, 1
    private static int? Next(int before, Match instruction)
    {
        var operand = instruction.Groups["operand"].Value;
        if (instruction.Groups["name"].Value == "xor" || operand is "wzr" or "xzr")
            return 0;
        if (Number().Match(operand) is not { Success: true } number)
            return null;
        var value = number.Groups["hex"].Success
            ? int.Parse(number.Groups["hex"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : int.Parse(number.Groups["decimal"].Value, CultureInfo.InvariantCulture);
        return instruction.Groups["name"].Value is "movt" or "movk" ? (before & 0xFFFF) | value << 16 : value;
    }

    [GeneratedRegex(@"^; Assembly listing for method \w+:(?<name>\w+)\(")]
    private static partial Regex Header();

    [GeneratedRegex(@"^\s+(?<name>mov\w*|xor)\s+(?:eax|w0|x0|r0), (?<operand>(?:eax|wzr|xzr|#?(?:0x)?[0-9A-Fa-f]+)(?: LSL #16)?)$")]
    private static partial Regex Result();

    [GeneratedRegex(@"^\s+\w+\s+(?:eax|rax|w0|x0|r0), ")]
    private static partial Regex ComputedResult();

    [GeneratedRegex(@"^#?(?:0x(?<hex>[0-9A-Fa-f]+)|(?<decimal>[0-9]+))")]
    private static partial Regex Number();
}
