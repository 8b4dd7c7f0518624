namespace AsyncWeave.Report.Html.Deflate;

/// <summary>
/// Deflate (RFC 1951) by hand: the framework's compressor gives other bytes on other runtimes and processors, and the
/// same report must be the same file wherever it was written.
/// </summary>
internal static class DeflateEncoder
{
    /// <summary>Matches and literals gathered before a block gets codes of its own.</summary>
    private const int BlockTokens = 1 << 15;

    public static byte[] Encode(byte[] input)
    {
        var bits = new BitWriter(input.Length / 4);
        var matches = new MatchFinder(input);
        var tokens = new List<Token>(BlockTokens);
        var at = 0;
        do
        {
            tokens.Clear();
            while (at < input.Length && tokens.Count < BlockTokens)
            {
                var token = matches.At(at);
                tokens.Add(token);
                at += token.Length;
            }

            DynamicBlock.Write(bits, tokens, isLast: at == input.Length);
        }
        while (at < input.Length);

        return bits.ToArray();
    }
}
