using Azure;
using FitServerless.Storage.Sealing;

namespace FitServerless.Backups;

/// <summary>What stands beside a backup's blob. A blob without a digest is none: it is not whole.</summary>
internal static class BackupMetadata
{
    private const string Sha256 = "sha256";
    private const string Mark = "mark";

    public static Dictionary<string, string> Of(string sha256, string? mark, SealHeader? header)
    {
        var metadata = header?.ToMetadata() ?? [];
        metadata[Sha256] = sha256;
        if (mark is not null)
            metadata[Mark] = mark;
        return metadata;
    }

    /// <param name="storedLength">Of the blob, with its seals.</param>
    public static BackupInfo? Read(BackupId id, long storedLength, DateTimeOffset writtenAt, ETag tag, IDictionary<string, string> metadata)
    {
        if (!metadata.TryGetValue(Sha256, out var sha256))
            return null;
        var header = SealHeader.Of(metadata);
        var size = header is null ? storedLength : new FrameLayout(storedLength).ContentLength;
        return new BackupInfo(id, size, writtenAt, sha256, metadata.TryGetValue(Mark, out var mark) ? mark : null) { Seal = header, Tag = tag };
    }
}
