using Azure;

namespace FitServerless.Backups;

/// <summary>How far an upload in parts has come.</summary>
/// <param name="Sha256">What its sender says the whole has, if it does.</param>
internal sealed record UploadState(BackupId Target, byte[]? Sha256, ETag ETag, IReadOnlyList<PartBlock> Blocks)
{
    /// <summary>Bytes that are there.</summary>
    public long Length => Blocks.Sum(block => block.Length);
}
