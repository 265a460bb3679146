using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using FitServerless.Storage;
using Microsoft.Extensions.Options;

namespace FitServerless.Backups;

/// <summary>
/// Uploads in parts: each is a blob, <c>{userId}/parts/{upload}</c>, that grows by what has arrived. Its length is the offset that the sender
/// goes on from, so there is no other record to go out of step with it.
/// </summary>
public sealed class UploadParts(AppContainers containers, IOptions<BackupOptions> options, TimeProvider clock)
{
    internal const string Folder = "parts";
    private const string Target = "target";
    private const string Sha256 = "sha256";

    internal async Task<string> CreateAsync(string userId, BackupId target, byte[]? sha256, CancellationToken cancellationToken)
    {
        var uploadId = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        await using var nothing = new BlockUpload(Blob(userId, uploadId));
        await nothing.CommitAsync(new CommitBlockListOptions { Metadata = Metadata(target, sha256) }, cancellationToken);
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
            var blocks = (await list).Value.CommittedBlocks.ToList();
            // Another request wrote between the two; the tag is from before and so refuses what would be built on this.
            return BackupId.TryParse(known.Metadata[Target], out var target)
                ? new UploadState(target, blocks.Sum(block => block.SizeLong), Digest(known.Metadata), known.ETag, [.. blocks.Select(block => block.Name)])
                : null;
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
        await using var part = new BlockUpload(Blob(userId, uploadId), state.Blocks);
        ExceptionDispatchInfo? broken = null;
        try
        {
            if (!await part.FillFromAsync(body, options.Value.MaxUploadBytes - offset, cancellationToken))
                return new UploadOutcome.TooLarge(options.Value.MaxUploadBytes);
        }
        catch (Exception e) when (sha256 is null && (e is IOException || cancellationToken.IsCancellationRequested))
        {
            broken = ExceptionDispatchInfo.Capture(e);
        }

        if (sha256 is not null && !CryptographicOperations.FixedTimeEquals(sha256, part.Sha256()))
            return new UploadOutcome.WrongDigest();
        // The sender is gone, what it sent is not.
        var outcome = await CommitAsync(part, uploadId, state, broken is null ? cancellationToken : CancellationToken.None);
        broken?.Throw();
        return outcome;
    }

    internal async Task<(UploadState State, Stream Content)?> OpenAsync(string userId, string uploadId, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, uploadId, cancellationToken) is not { } state)
            return null;
        var conditions = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = state.ETag } };
        return (state, (await Blob(userId, uploadId).DownloadStreamingAsync(conditions, cancellationToken)).Value.Content);
    }

    internal async Task DeleteAsync(string userId, string uploadId, CancellationToken cancellationToken)
    {
        if (Guid.TryParseExact(uploadId, "N", out _))
            await Blob(userId, uploadId).DeleteIfExistsAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Those that nobody went on with. One transaction, and one for each.</summary>
    internal async Task DropOldAsync(string userId, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow().AddDays(-options.Value.PartsKeptDays);
        try
        {
            await foreach (var blob in containers.UsersOf(userId).GetBlobsAsync(prefix: $"{userId}/{Folder}/", cancellationToken: cancellationToken))
            {
                if (blob.Properties.LastModified < oldest)
                    await containers.UsersOf(userId).DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
            }
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            // Nobody has stored anything yet.
        }
    }

    private static async Task<UploadOutcome> CommitAsync(BlockUpload part, string uploadId, UploadState state, CancellationToken cancellationToken)
    {
        if (part.Written == 0)
            return new UploadOutcome.Open(uploadId, state.Length);
        try
        {
            var commit = new CommitBlockListOptions
            {
                Metadata = Metadata(state.Target, state.Sha256),
                Conditions = new BlobRequestConditions { IfMatch = state.ETag },
            };
            await part.CommitAsync(commit, cancellationToken);
            return new UploadOutcome.Open(uploadId, state.Length + part.Written);
        }
        catch (RequestFailedException e) when (e.Status == 412 || e.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            return new UploadOutcome.Overtaken();
        }
    }

    private static Dictionary<string, string> Metadata(BackupId target, byte[]? sha256)
    {
        var metadata = new Dictionary<string, string> { [Target] = target.ToString() };
        if (sha256 is not null)
            metadata[Sha256] = Convert.ToHexStringLower(sha256);
        return metadata;
    }

    private static byte[]? Digest(IDictionary<string, string> metadata) =>
        metadata.TryGetValue(Sha256, out var hex) ? Convert.FromHexString(hex) : null;

    private BlockBlobClient Blob(string userId, string uploadId) => containers.UsersOf(userId).GetBlockBlobClient($"{userId}/{Folder}/{uploadId}");
}
