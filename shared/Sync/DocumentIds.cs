using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace FitServerless.Sync;

/// <summary>Ids of documents: what is taken from a client, and how a client's own id becomes one.</summary>
public static class DocumentIds
{
    /// <summary>100 characters are at most 300 bytes of UTF-8 and 400 characters in a key.</summary>
    public const int MaxLength = 100;

    public const int MaxLocalIdLength = 200;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("/\\#?'\"");

    /// <summary>Usable as an id: in a path, in a key, in a header.</summary>
    public static bool IsValid(string? id) =>
        id is { Length: > 0 and <= MaxLength } and not ("." or "..")
        && !id.AsSpan().ContainsAny(Forbidden) && !id.Any(char.IsControl) && !HasLoneSurrogate(id);

    public static bool IsValidLocalId(string? localId) =>
        localId is { Length: > 0 and <= MaxLocalIdLength } && !localId.Any(char.IsControl) && !HasLoneSurrogate(localId);

    /// <summary>
    /// The document id for a client's own id: always the same for the same user, so that a repeated create meets its own row; another user's
    /// differs. A UUID of version 7 or 8 is an id already, minted by a careful client or by us, and stays what it is.
    /// </summary>
    public static string Derive(string userId, string localId)
    {
        if (Guid.TryParseExact(localId, "D", out var uuid) && uuid.Version is 7 or 8)
            return uuid.ToString("D");
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{userId}\n{localId}"), hash);
        // RFC 9562, 5.8 and B.2: a UUID of version 8 from a SHA-256.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString("D");
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }

        return false;
    }
}
