using System.Reflection;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Layout;

/// <summary>One small type for each rule of layout, named after the rule, against the running CLR.</summary>
public class LayoutRules
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Numerics;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using System.Runtime.Intrinsics;
        using System.Threading;
        using System.Threading.Tasks;
        #pragma warning disable CS0169, CS0649, CS0414, CS8618, CS9181, CS0420
        namespace Rule
        {
            [StructLayout(LayoutKind.Auto)] struct AutoPutsReferencesFirstThenWidePrimitives { byte a; string b; short c; long d; object e; int f; }
            [StructLayout(LayoutKind.Auto)] struct AutoPutsStructsLastEvenOfOnePrimitive { CancellationToken a; DateTime b; TimeSpan c; byte d; string e; }
            [StructLayout(LayoutKind.Auto)] struct AutoStructWithoutReferencesKeepsItsOwnAlignment { byte a; Guid b; string c; KeyValuePair<int, byte> d; byte e; }
            [StructLayout(LayoutKind.Auto)] struct AutoStructWithReferencesStandsAtAPointer { byte a; (byte, string) b; byte c; }
            [StructLayout(LayoutKind.Auto)] struct ThreeBytesRoundToFour { byte a; byte b; byte c; }
            [StructLayout(LayoutKind.Auto)] struct FiveBytesRoundToEight { int a; byte b; }
            [StructLayout(LayoutKind.Auto)] struct AutoRoundsToItsWidestStruct { Guid a; Index b; }
            struct OneReferenceTurnsSequentialIntoAuto { byte a; string b; byte c; long d; }
            [StructLayout(LayoutKind.Sequential, Pack = 1, Size = 100)] struct PackAndSizeAreIgnoredBesideAReference { byte a; string b; long c; }
            struct SequentialKeepsTheDeclaredOrder { byte a; long b; byte c; int d; }
            [StructLayout(LayoutKind.Sequential, Pack = 1)] struct PackOne { byte a; long b; short c; }
            [StructLayout(LayoutKind.Sequential, Pack = 2)] struct PackTwo { byte a; long b; Guid c; }
            [StructLayout(LayoutKind.Sequential, Size = 33)] struct SizeIsNotRounded { byte a; int b; }
            struct HoldsThePackedAndTheSized { byte a; PackOne b; byte c; SizeIsNotRounded d; int e; }
            [StructLayout(LayoutKind.Explicit)] struct ExplicitWithAHoleAtTheStart { [FieldOffset(4)] byte a; [FieldOffset(12)] int b; }
            [StructLayout(LayoutKind.Explicit)] struct ExplicitUnion { [FieldOffset(0)] long a; [FieldOffset(0)] int b; [FieldOffset(4)] byte c; }
            [StructLayout(LayoutKind.Explicit, Size = 20, Pack = 1)] struct ExplicitWithAReferenceRoundsToAPointer { [FieldOffset(0)] object a; [FieldOffset(16)] byte b; }
            struct Empty { }
            [StructLayout(LayoutKind.Auto)] struct EmptyTakesAByteThatShiftsWhatFollows { Empty a; Guid b; Empty c; string d; }
            enum Small : byte { A } enum Wide : ulong { A }
            [StructLayout(LayoutKind.Auto)] struct EnumsAreTheirIntegers { Small a; Wide b; DayOfWeek c; string d; }
            unsafe struct PointersAndFunctionPointers { byte a; int* b; delegate*<int, void> c; nint d; nuint e; void* f; }
            class VolatileIsAModifier { volatile byte a; volatile string b; volatile int c; long d; }
            [InlineArray(7)] struct InlineArrayOfStructs { (byte, short) a; }
            [InlineArray(3)] struct InlineArrayOfReferences { string a; }
            [StructLayout(LayoutKind.Auto), InlineArray(3)] struct AutoInlineArrayAlignsByItsWhole { short a; }
            [StructLayout(LayoutKind.Auto)] struct HoldsAutoInlineArray { string z; byte a; AutoInlineArrayAlignsByItsWhole b; InlineArrayOfStructs c; }
            unsafe struct FixedBuffer { byte a; fixed int buffer[5]; byte b; }
            struct HoldsFixedBuffer { string s; FixedBuffer b; }
            [StructLayout(LayoutKind.Auto)] struct Int128AtSixteen { byte a; Int128 b; UInt128 c; byte d; }
            [StructLayout(LayoutKind.Auto)] struct Int128BesideAReferenceAlignsTheWholeAtAPointer { string r; Int128 b; }
            [StructLayout(LayoutKind.Auto)] struct HoldsInt128BesideAReference { byte a; Int128BesideAReferenceAlignsTheWholeAtAPointer b; Int128AtSixteen c; }
            struct Vectors { byte a; Vector64<byte> b; byte c; Vector128<int> d; byte e; Vector256<long> f; byte g; Vector512<float> h; }
            [StructLayout(LayoutKind.Auto)] struct VectorsInAuto { byte a; Vector128<int> d; Vector512<float> h; string s; }
            struct OrdinaryNumericStructs { byte a; Vector2 b; Vector3 c; Vector4 d; Half e; Complex f; decimal g; Guid h; }
            struct Nullables { byte? a; int? b; long? c; decimal? d; Guid? e; DateTime? f; (int, string)? g; Int128? h; }
            struct ValueTuples { (byte, int, long) a; (string, byte) b; (byte, (short, Guid), object) c; (int, int, int, int, int, int, int, int, byte) d; }
            struct Generic<T> { byte a; T b; short c; }
            struct GenericsPerInstantiation { Generic<byte> a; Generic<string> b; Generic<Generic<decimal>> c; Generic<KeyValuePair<byte, Generic<object>>> d; Generic<List<int>> e; }
            struct AutoInsideSequential { byte a; DateTime b; byte c; DateTimeOffset d; }
            struct FrameworkBlocks { byte a; ValueTask<Guid> b; Memory<byte> c; CancellationTokenRegistration d; List<string>.Enumerator e; TaskAwaiter<int> f; AsyncTaskMethodBuilder<bool> g; }
            class Base1 { string a; byte b; }
            class FillsTheGapBehindItsBase : Base1 { int a; short b; byte c; string d; long e; }
            class Base2 { bool a; }
            class GapOfSevenBytes : Base2 { byte a; short b; int c; object d; }
            class NothingBiggerLeavesTheGap : Base2 { short b; }
            class StructsDoNotFillTheGap : Base2 { Index a; string b; }
            class GenericBase<T> { string a; T b; }
            class BoxOverBool<TStateMachine> : GenericBase<bool> { Action c; TStateMachine d; Exception e; }
            class BoxOverGuid<TStateMachine> : GenericBase<Guid> { Action c; TStateMachine d; byte e; }
            [StructLayout(LayoutKind.Sequential)] class SequentialClass { byte a; long b; byte c; }
            [StructLayout(LayoutKind.Sequential)] class SequentialBelowSequential : SequentialClass { byte d; int e; }
            class AutoBelowSequential : SequentialClass { byte d; int e; string f; }
            [StructLayout(LayoutKind.Explicit)] class ExplicitClass { [FieldOffset(8)] int a; [FieldOffset(3)] byte b; }
            class EmptyClass { }
            class BelowEmptyClass : EmptyClass { byte a; }
            delegate void SomeDelegate();
        }
        """;

    private static readonly Fixture Fixture = Fixture.Compile(Source);

    private static IEnumerable<string> Types() => Assembly.LoadFrom(Fixture.AssemblyPath).GetTypes()
        .Where(type => type is { Namespace: "Rule", IsEnum: false, IsNested: false }).Select(type => type.Name);

    [TestCaseSource(nameof(Types))]
    public void EqualsTheRunningClr(string name)
    {
        using var session = new ResolverSession((_, _) => null);
        using var resolver = session.For(new AnalysisOptions(Fixture.AssemblyPath), RuntimeMoniker.For("net10.0", Architecture.X64));
        var found = resolver.Find(Fixture.Name)!;
        using var module = Mono.Cecil.ModuleDefinition.ReadModule(Fixture.AssemblyPath);
        var tally = new LayoutTally(ClrOracle.SizeOf);

        tally.Compare(module.GetType("Rule", name), found.Rows, new LayoutEngine(resolver), Assembly.LoadFrom(Fixture.AssemblyPath));

        Assert.That(tally.Mismatches, Is.Empty);
        Assert.That(tally.TypesChecked, Is.EqualTo(1));
    }

    // The fields of a union share their bytes.
    private static IEnumerable<string> TypesWithoutUnions() => Types().Where(name => name != "ExplicitUnion");

    [TestCaseSource(nameof(TypesWithoutUnions))]
    public void FieldsAndPaddingAddUpToTheWhole(string name)
    {
        using var session = new ResolverSession((_, _) => null);
        using var resolver = session.For(new AnalysisOptions(Fixture.AssemblyPath), RuntimeMoniker.For("net10.0", Architecture.X64));
        var found = resolver.Find(Fixture.Name)!;
        var layout = new LayoutEngine(resolver).Of(new RowType(found.Rows, found.Rows.TopLevelType("Rule", name)));
        var whole = layout.IsValueType ? layout.Size : layout.HeapSize - 16;
        var start = layout.Fields.Count == 0 ? whole : layout.Fields[0].Offset;
        Assert.That(start + layout.Fields.Sum(field => field.Size + field.Padding), Is.EqualTo(whole));
    }
}
