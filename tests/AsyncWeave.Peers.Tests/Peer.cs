namespace AsyncWeave.Peers.Tests;

/// <summary>Rules of another analyzer that look at the trap of one of ours.</summary>
/// <param name="Difference">Why the two do not agree.</param>
internal sealed record Peer(string Rule, string Name, string[] Ids, string Difference = "");
