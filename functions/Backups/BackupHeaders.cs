using System.Globalization;
using FitServerless.Backups;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Backups;

/// <summary>
/// The headers of digests (<a href="https://www.rfc-editor.org/rfc/rfc9530">RFC 9530</a>) and of uploads in parts
/// (<a href="https://datatracker.ietf.org/doc/draft-ietf-httpbis-resumable-upload/">draft-ietf-httpbis-resumable-upload</a>).
/// </summary>
internal static class BackupHeaders
{
    public const string ContentDigest = "Content-Digest";
    public const string ReprDigest = "Repr-Digest";
    public const string UploadOffset = "Upload-Offset";
    public const string UploadComplete = "Upload-Complete";

    private const string Start = "sha-256=:";

    /// <summary>The SHA-256 among the digests; <c>null</c> when there is none.</summary>
    /// <exception cref="ProblemException">400: one that cannot be read. A sender who wants it checked must not think that it was.</exception>
    public static byte[]? Digest(this HttpRequest request, string header)
    {
        foreach (var digest in request.Headers[header].SelectMany(line => (line ?? "").Split(',')).Select(item => item.Trim()))
        {
            if (!digest.StartsWith(Start, StringComparison.OrdinalIgnoreCase))
                continue;
            var bytes = new byte[48];
            return digest.EndsWith(':') && Convert.TryFromBase64String(digest[Start.Length..^1], bytes, out var length) && length == 32
                ? bytes[..32]
                : throw new ProblemException(Problems.Malformed($"{header} is sha-256=: and 32 bytes in base64 and :."));
        }

        return null;
    }

    public static string Digest(BackupInfo backup) => $"{Start}{Convert.ToBase64String(Convert.FromHexString(backup.Sha256))}:";

    /// <summary>Whether this is all, or the last part. Without the header it is.</summary>
    /// <exception cref="ProblemException">400.</exception>
    public static bool IsComplete(this HttpRequest request) => request.Headers[UploadComplete].ToString() switch
    {
        "" or "?1" => true,
        "?0" => false,
        _ => throw new ProblemException(Problems.Malformed($"{UploadComplete} is ?0 or ?1.")),
    };

    /// <exception cref="ProblemException">400.</exception>
    public static long Offset(this HttpRequest request) =>
        long.TryParse(request.Headers[UploadOffset].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : throw new ProblemException(Problems.Malformed($"{UploadOffset} is the number of bytes that are there already."));

    public static void SetOffset(this HttpResponse response, long offset, bool isComplete)
    {
        response.Headers[UploadOffset] = offset.ToString(CultureInfo.InvariantCulture);
        response.Headers[UploadComplete] = isComplete ? "?1" : "?0";
    }
}
