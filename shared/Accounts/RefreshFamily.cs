using System.Security.Cryptography;
using Azure;

namespace FitServerless.Accounts;

/// <summary>One sign-in on one device: which of its refresh tokens is the current one.</summary>
public sealed record RefreshFamily
{
    private const int IdLength = 32;

    public required string AccountId { get; init; }

    public required string Id { get; init; }

    /// <summary>For the list of sessions: what it was started from.</summary>
    public string Device { get; init; } = "Unknown";

    public SignInMethod Method { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The account's <see cref="Account.SessionEpoch"/> when it was started.</summary>
    public int Epoch { get; init; }

    public int Generation { get; init; }

    /// <summary>When <see cref="Generation"/> replaced the one before.</summary>
    public DateTimeOffset RotatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public bool Revoked { get; init; }

    public ETag ETag { get; init; }

    public static string NewId() => RandomNumberGenerator.GetHexString(IdLength, lowercase: true);

    public static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>
    /// What presenting <paramref name="token"/> comes to: the current one rotates, the one before it is forgiven for a while because its answer
    /// may have been lost, and any older one means that somebody else has it (RFC 9700, 4.14.2).
    /// </summary>
    public RefreshVerdict Judge(RefreshToken token, DateTimeOffset now, TimeSpan grace) => token.Generation switch
    {
        _ when Revoked || now >= ExpiresAt => RefreshVerdict.Refuse,
        _ when token.Generation == Generation => RefreshVerdict.Rotate,
        _ when token.Generation == Generation - 1 && now - RotatedAt <= grace => RefreshVerdict.Repeat,
        _ when token.Generation < Generation => RefreshVerdict.Revoke,
        _ => RefreshVerdict.Refuse,
    };
}
