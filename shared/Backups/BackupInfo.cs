using Azure;
using FitServerless.Storage.Sealing;

namespace FitServerless.Backups;

/// <param name="Size">Bytes, packed.</param>
/// <param name="CreatedAt">When this content was put there.</param>
/// <param name="Sha256">Of its bytes, in lower-case hex.</param>
/// <param name="Mark">What the account was when it was taken: the same mark, the same content. <c>null</c> for what clients sent.</param>
public sealed record BackupInfo(BackupId Id, long Size, DateTimeOffset CreatedAt, string Sha256, string? Mark = null)
{
    internal SealHeader? Seal { get; init; }

    internal ETag Tag { get; init; }
}
