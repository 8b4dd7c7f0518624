using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Everything that the rooms before have found of one method.</summary>
internal sealed record MethodFacts(AsyncMethod Method, TypeLayout? Layout, MethodFlow Flow, Allocations Allocations);
