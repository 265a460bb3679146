using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FitServerless.Accounts;

/// <summary>
/// JSON Web Signature in its compact form (RFC 7515) with HS256 and nothing else: the header's <c>alg</c> is compared and never used to
/// choose, and key references in it (<c>kid</c>, <c>jwk</c>, <c>jku</c>, <c>x5u</c>) are not followed (RFC 8725, 3.1).
/// </summary>
internal static class Jwt
{
    /// <summary>Ours have about 400 characters; longer ones are not worth hashing.</summary>
    public const int MaxLength = 4096;

    /// <summary>32 bytes in base64url.</summary>
    private const int SignatureLength = 43;

    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    public static string Sign(ReadOnlySpan<byte> payload, byte[] key)
    {
        var input = $"{Header}.{Base64Url.EncodeToString(payload)}";
        return $"{input}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(input)))}";
    }

    /// <summary>The payload's bytes, if one of the keys signed it; <c>null</c> for anything else.</summary>
    public static byte[]? Verify(string token, params IReadOnlyList<byte[]> keys)
    {
        var first = token.IndexOf('.', StringComparison.Ordinal);
        var second = token.LastIndexOf('.');
        if (token.Length > MaxLength || first <= 0 || second <= first + 1 || token.AsSpan(first + 1, second - first - 1).Contains('.'))
            return null;
        var isSigned = false;
        for (var i = 0; i < keys.Count && !isSigned; i++)
            isSigned = IsSigned(token.AsSpan(0, second), token.AsSpan(second + 1), keys[i]);
        if (!isSigned || !IsHs256(token.AsSpan(0, first)))
            return null;
        return Decode(token.AsSpan(first + 1, second - first - 1));
    }

    private static bool IsSigned(ReadOnlySpan<char> input, ReadOnlySpan<char> signature, byte[] key)
    {
        Span<byte> ascii = stackalloc byte[MaxLength];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<char> expected = stackalloc char[SignatureLength];
        if (Encoding.UTF8.GetByteCount(input) != input.Length)
            return false;
        HMACSHA256.HashData(key, ascii[..Encoding.ASCII.GetBytes(input, ascii)], hash);
        Base64Url.EncodeToChars(hash, expected);
        // As text: the framework's decoder forgives padding and white space, and throws for what is no base64.
        return CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes<char>(expected), MemoryMarshal.AsBytes(signature));
    }

    private static bool IsHs256(ReadOnlySpan<char> header)
    {
        if (header.SequenceEqual(Header))
            return true;
        try
        {
            using var json = JsonDocument.Parse(Decode(header) ?? []);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("alg", out var alg) && alg.ValueKind == JsonValueKind.String && alg.ValueEquals("HS256"u8)
                && !json.RootElement.TryGetProperty("crit", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static byte[]? Decode(ReadOnlySpan<char> text) => Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
