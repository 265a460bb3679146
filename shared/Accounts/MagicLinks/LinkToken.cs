using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FitServerless.Accounts.MagicLinks;

/// <summary>The secret in a link: the day it was made, which says where its row is, and 256 random bits, of which storage knows the hash.</summary>
internal static class LinkToken
{
    /// <summary>A link made just before midnight is good for an hour at most.</summary>
    public const int KeptDays = 1;

    private const int SecretBytes = 32, SecretLength = 43, DayLength = 8;

    /// <summary>Where a link's row is: a partition a day, so that old ones are found without reading the others.</summary>
    public sealed record Place(string Day, string Hash);

    public static (string Token, Place Place) New(DateTimeOffset now)
    {
        var token = $"{DayOf(now)}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";
        return (token, PlaceOf(token));
    }

    /// <summary><c>null</c> for what cannot be one of ours.</summary>
    public static Place? Parse(string? token) =>
        token is { Length: DayLength + 1 + SecretLength } && token[DayLength] == '.'
            && token.AsSpan(0, DayLength).IndexOfAnyExceptInRange('0', '9') < 0
            ? PlaceOf(token)
            : null;

    public static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static Place PlaceOf(string token) =>
        new(token[..DayLength], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))));
}
