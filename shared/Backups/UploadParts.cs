using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using FitServerless.Storage;
using FitServerless.Storage.Sealing;
using Microsoft.Extensions.Options;

namespace FitServerless.Backups;

/// <summary>
/// Uploads in parts: each is a blob, <c>{userId}/parts/{upload}</c>, that grows by what has arrived. Its length is the offset that the sender
/// goes on from, so there is no other record to go out of step with it. Where there is a key each block is sealed by itself.
/// </summary>
public sealed class UploadParts(AppContainers containers, EncryptionKeys keys, IOptions<BackupOptions> options, TimeProvider clock)
{
    internal const string Folder = "parts";

    internal async Task<string> CreateAsync(string userId, BackupId target, byte[]? sha256, CancellationToken cancellationToken)
    {
        var uploadId = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        await using var nothing = new BlockUpload(Blob(userId, uploadId));
        await nothing.CommitAsync(new CommitBlockListOptions { Metadata = PartMetadata.Of(target, sha256) }, cancellationToken);
        return uploadId;
    }

    /// <summary>Two transactions side by side.</summary>
    internal async Task<UploadState?> FindAsync(string userId, string uploadId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(uploadId, "N", out _))
            return null;
        try
        {
            var blob = Blob(userId, uploadId);
            var (properties, list) = (
                blob.GetPropertiesAsync(cancellationToken: cancellationToken),
                blob.GetBlockListAsync(BlockListTypes.Committed, cancellationToken: cancellationToken));
            await Task.WhenAll(properties, list);
            var known = (await properties).Value;
            var blocks = (await list).Value.CommittedBlocks.Select(block => new PartBlock(block.Name, block.SizeLong));
            // Another request wrote between the two; the tag is from before and so refuses what would be built on this.
            return PartMetadata.Read(known.Metadata) is var (target, sha256) ? new UploadState(target, sha256, known.ETag, [.. blocks]) : null;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>
    /// Two transactions, one for each 4 MiB, and one. When the connection breaks, what has arrived stays; with a digest of its own, a part
    /// counts only as a whole.
    /// </summary>
    internal async Task<UploadOutcome> AppendAsync(
        string userId, string uploadId, long offset, Stream body, byte[]? sha256, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, uploadId, cancellationToken) is not { } state)
            return new UploadOutcome.NotFound();
        if (state.Length != offset)
            return new UploadOutcome.WrongOffset(state.Length);
        await using var blocks = new BlockUpload(Blob(userId, uploadId), state.Blocks.Select(block => block.Name), Seals(userId, uploadId));
        await using var part = new UploadStream(blocks);
        ExceptionDispatchInfo? broken = null;
        try
        {
            // Not cancelled when the sender goes: what is on its way to storage is to arrive there. A body without a sender ends by itself.
            if (!await part.FillFromAsync(body, options.Value.MaxUploadBytes - offset, CancellationToken.None))
                return new UploadOutcome.TooLarge(options.Value.MaxUploadBytes);
        }
        catch (Exception e) when (sha256 is null && (e is IOException or OperationCanceledException))
        {
            broken = ExceptionDispatchInfo.Capture(e);
        }

        if (sha256 is not null && !CryptographicOperations.FixedTimeEquals(sha256, part.Sha256()))
            return new UploadOutcome.WrongDigest();
        // The sender is gone, what it sent is not.
        var outcome = part.Written == 0
            ? new UploadOutcome.Open(uploadId, offset)
            : await CommitAsync(blocks, uploadId, state, part.Written, broken is null ? cancellationToken : CancellationToken.None);
        broken?.Throw();
        return outcome;
    }

    /// <summary>One transaction.</summary>
    /// <returns>False when it is no longer what it was, or gone.</returns>
    /// <exception cref="SealException">It cannot be opened.</exception>
    internal async Task<bool> TryCopyAsync(
        string userId, string uploadId, UploadState state, UploadStream target, CancellationToken cancellationToken)
    {
        var conditions = new BlobRequestConditions { IfMatch = state.ETag };
        using var blob = await Blob(userId, uploadId).TryDownloadAsync(new BlobDownloadOptions { Conditions = conditions }, cancellationToken);
        if (blob is null)
            return false;
        var seals = Seals(userId, uploadId);
        foreach (var (index, block) in state.Blocks.Index())
        {
            await using var content = seals.Open(new StretchStream(blob.Content, block.StoredLength, leaveOpen: true), block, index);
            await target.FillFromAsync(content, long.MaxValue, cancellationToken);
        }

        return true;
    }

    internal async Task DeleteAsync(string userId, string uploadId, CancellationToken cancellationToken)
    {
        if (Guid.TryParseExact(uploadId, "N", out _))
            await Blob(userId, uploadId).DeleteIfExistsAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Drops those that nobody went on with. One transaction, and one for each.</summary>
    /// <returns>Bytes of the others.</returns>
    internal async Task<long> DropOldAsync(string userId, CancellationToken cancellationToken)
    {
        var (oldest, left) = (clock.GetUtcNow().AddDays(-options.Value.PartsKeptDays), 0L);
        var users = containers.UsersOf(userId);
        await foreach (var blob in users.ListAsync($"{userId}/{Folder}/", BlobTraits.None, cancellationToken))
        {
            if (blob.Properties.LastModified < oldest)
                await users.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
            else
                left += blob.Properties.ContentLength ?? 0;
        }

        return left;
    }

    private static async Task<UploadOutcome> CommitAsync(
        BlockUpload blocks, string uploadId, UploadState state, long written, CancellationToken cancellationToken)
    {
        try
        {
            var commit = new CommitBlockListOptions
            {
                Metadata = PartMetadata.Of(state.Target, state.Sha256),
                Conditions = new BlobRequestConditions { IfMatch = state.ETag },
            };
            await blocks.CommitAsync(commit, cancellationToken);
            return new UploadOutcome.Open(uploadId, state.Length + written);
        }
        catch (RequestFailedException e) when (e.Status == 412 || e.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            return new UploadOutcome.Overtaken();
        }
    }

    private BlockSeals Seals(string userId, string uploadId) => new(keys, Name(userId, uploadId));

    private BlockBlobClient Blob(string userId, string uploadId) => containers.UsersOf(userId).GetBlockBlobClient(Name(userId, uploadId));

    private static string Name(string userId, string uploadId) => $"{userId}/{Folder}/{uploadId}";
}
