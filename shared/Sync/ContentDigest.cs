using System.Security.Cryptography;

namespace FitServerless.Sync;

/// <summary>Tells a repeated change from a different one.</summary>
public static class ContentDigest
{
    /// <summary>96 bits of SHA-256: two different edits of one document meet by chance once in 2^48.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12));
}
