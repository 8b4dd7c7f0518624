namespace AsyncWeave.Model;

/// <param name="Framework">Moniker of the runtime whose layout was computed: <c>net10.0</c>, <c>net472</c>…</param>
/// <param name="Architecture"><c>x64</c>, <c>x86</c>, <c>arm64</c> or <c>arm</c>.</param>
/// <param name="PointerSize">Bytes.</param>
/// <param name="LayoutSource">Where the framework's structs were read: <c>installed</c>, <c>package</c> or <c>reference</c>.</param>
public sealed record RuntimeInfo(string Framework, string Architecture, int PointerSize, string LayoutSource);
