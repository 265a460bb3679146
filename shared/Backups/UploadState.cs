using Azure;

namespace FitServerless.Backups;

/// <summary>How far an upload in parts has come.</summary>
/// <param name="Sha256">What its sender says the whole has, if it does.</param>
internal sealed record UploadState(BackupId Target, long Length, byte[]? Sha256, ETag ETag, IReadOnlyList<string> Blocks);
