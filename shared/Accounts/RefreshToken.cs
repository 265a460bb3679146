using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FitServerless.Accounts;

/// <summary>
/// The <paramref name="Generation"/>-th refresh token of one sign-in (its family). Its secret is an HMAC over the other parts: nothing that
/// storage holds can be presented as a token, and a lost answer can be given again, word for word.
/// </summary>
public sealed record RefreshToken(string AccountId, string Family, int Generation)
{
    private const int MaxLength = 200;

    public string ToText(byte[] key)
    {
        var parts = $"{AccountId}.{Family}.{Generation.ToString(CultureInfo.InvariantCulture)}";
        return $"{parts}.{Base64Url.EncodeToString(Mac(parts, key))}";
    }

    /// <summary><c>null</c> unless it is one of ours.</summary>
    public static RefreshToken? Parse(string? text, params IReadOnlyList<byte[]> keys)
    {
        if (text is null or { Length: > MaxLength } || text.Split('.') is not [var account, var family, var generation, var mac])
            return null;
        var isOurs = keys.Any(key => IsMac($"{account}.{family}.{generation}", key, mac));
        return isOurs ? new RefreshToken(account, family, int.Parse(generation, CultureInfo.InvariantCulture)) : null;
    }

    private static bool IsMac(string parts, byte[] key, string mac) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(Base64Url.EncodeToString(Mac(parts, key))), Encoding.UTF8.GetBytes(mac));

    private static byte[] Mac(string parts, byte[] key) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(parts));
}
