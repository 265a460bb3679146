using System.Security.Cryptography;
using FitServerless.Workouts.Files.Archives;

namespace FitServerless.Workouts.Files.Originals;

/// <summary>The file that a workout was imported from, kept as it came, gzipped or not.</summary>
/// <param name="Name">Without folders, safe to be saved under.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of its bytes, in lower-case hex; names the blob, too.</param>
public sealed record OriginalFile(string Name, string MediaType, int Size, string Sha256)
{
    private const string Gzip = "application/gzip";

    /// <summary>It is of that format, or gzipped and so may be.</summary>
    internal bool MayBe(ActivityFormat format) => MediaType == format.MediaType() || MediaType == Gzip;

    internal static OriginalFile Of(string name, ActivityFormat format, ReadOnlyMemory<byte> content)
    {
        var isGzip = ActivityArchive.IsGzip(content.Span);
        return new OriginalFile(
            OriginalNames.Safe(name, format.Extension() + (isGzip ? ".gz" : "")),
            isGzip ? Gzip : format.MediaType(),
            content.Length,
            Convert.ToHexStringLower(SHA256.HashData(content.Span)));
    }
}
