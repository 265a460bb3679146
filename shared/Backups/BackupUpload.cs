using Azure;
using Azure.Storage.Blobs.Models;
using FitServerless.Storage.Sealing;

namespace FitServerless.Backups;

/// <summary>A backup on its way into its blob, sealed where there is a key.</summary>
internal sealed class BackupUpload(BackupId id, BlockUpload blocks, SealHeader? header, SealingStream? sealing)
    : UploadStream((Stream?)sealing ?? blocks)
{
    /// <summary>It takes the place of what was there under its name.</summary>
    /// <returns><c>null</c> when another upload of the same name was first, and threw this one's blocks away.</returns>
    public async Task<BackupInfo?> CommitAsync(string? mark, CancellationToken cancellationToken)
    {
        if (sealing is not null)
            await sealing.CompleteAsync(cancellationToken);
        var sha256 = Convert.ToHexStringLower(Sha256());
        var options = new CommitBlockListOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/gzip" },
            Metadata = BackupMetadata.Of(sha256, mark, header),
        };
        try
        {
            var committed = await blocks.CommitAsync(options, cancellationToken);
            return new BackupInfo(id, Written, committed.LastModified, sha256, mark) { Seal = header, Tag = committed.ETag };
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            return null;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (sealing is not null)
            await sealing.DisposeAsync();
        await blocks.DisposeAsync();
    }
}
