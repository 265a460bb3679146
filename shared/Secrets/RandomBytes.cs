namespace FitServerless.Secrets;

/// <summary>Tells bytes that may be random from placeholders.</summary>
public static class RandomBytes
{
    private const int MinDistinct = 16;

    /// <summary>
    /// Of 32 random bytes about 30 are different; fewer than 16 come once in 10^16 times. What somebody typed (zeros, a byte over and over, a
    /// word repeated) has fewer.
    /// </summary>
    public static bool ArePlausible(ReadOnlySpan<byte> bytes)
    {
        var seen = new HashSet<byte>();
        foreach (var one in bytes)
            seen.Add(one);
        return seen.Count >= MinDistinct;
    }
}
