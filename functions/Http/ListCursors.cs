using System.Buffers.Text;
using System.Text;

namespace FitServerless.Functions.Http;

/// <summary>Row keys as opaque cursors.</summary>
internal static class ListCursors
{
    public static string Encode(string rowKey) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(rowKey));

    /// <summary>A forged cursor is harmless: the store compares it with keys of the caller's own list and builds none from it.</summary>
    /// <exception cref="ProblemException">Not base64url.</exception>
    public static string? Decode(string? cursor)
    {
        if (cursor is null)
            return null;
        if (!Base64Url.IsValid(cursor))
            throw new ProblemException(Problems.Invalid("cursor", "Not a cursor of ours."));
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
    }
}
