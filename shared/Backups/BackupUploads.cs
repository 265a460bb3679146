using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace FitServerless.Backups;

/// <summary>Backups that clients make themselves. Their bytes are their own affair: they may be ciphertext.</summary>
public sealed class BackupUploads(BackupBlobs blobs, UploadParts parts, IOptions<BackupOptions> options)
{
    private BackupOptions Options => options.Value;

    /// <summary>In one request. One transaction for each 4 MiB, and two.</summary>
    /// <param name="sha256">What the sender says its content has, if it does.</param>
    public async Task<UploadOutcome> PutAsync(
        string userId, BackupId id, Stream body, byte[]? sha256, CancellationToken cancellationToken)
    {
        var before = blobs.ListAsync(userId, BackupId.Uploads, cancellationToken);
        await using var upload = blobs.Write(userId, id);
        var fits = await upload.FillFromAsync(body, Options.MaxUploadBytes, cancellationToken);
        if (!fits)
            return new UploadOutcome.TooLarge(Options.MaxUploadBytes);
        return await CommitAsync(upload, id, await before, sha256, cancellationToken);
    }

    /// <summary>Begins an upload that comes in parts.</summary>
    /// <param name="sha256">As in <see cref="PutAsync"/>, of the whole.</param>
    public async Task<UploadOutcome> StartAsync(
        string userId, BackupId id, Stream body, byte[]? sha256, byte[]? partSha256, CancellationToken cancellationToken)
    {
        if (await parts.DropOldAsync(userId, cancellationToken) > Options.MaxUploadedBytes)
            return new UploadOutcome.Full(Options.MaxUploadedBytes);
        var uploadId = await parts.CreateAsync(userId, id, sha256, cancellationToken);
        return await parts.AppendAsync(userId, uploadId, 0, body, partSha256, cancellationToken);
    }

    /// <summary>Adds a part, and makes a backup of the upload if it is the last. Safe to repeat: what is there is told by its offset.</summary>
    /// <param name="partSha256">Of this part; with it, the part counts as a whole or not at all.</param>
    public async Task<UploadOutcome> AppendAsync(
        string userId,
        string uploadId,
        long offset,
        bool isLast,
        Stream body,
        byte[]? sha256,
        byte[]? partSha256,
        CancellationToken cancellationToken)
    {
        var outcome = await parts.AppendAsync(userId, uploadId, offset, body, partSha256, cancellationToken);
        return isLast && outcome is UploadOutcome.Open ? await FinishAsync(userId, uploadId, sha256, cancellationToken) : outcome;
    }

    public async Task<UploadOutcome> FindAsync(string userId, string uploadId, CancellationToken cancellationToken) =>
        await parts.FindAsync(userId, uploadId, cancellationToken) is { } state
            ? new UploadOutcome.Open(uploadId, state.Length)
            : new UploadOutcome.NotFound();

    /// <summary>Safe to repeat.</summary>
    public Task CancelAsync(string userId, string uploadId, CancellationToken cancellationToken) =>
        parts.DeleteAsync(userId, uploadId, cancellationToken);

    /// <summary>Reads the parts through once more: that gives the digest of the whole, and the blob that takes the old one's place.</summary>
    private async Task<UploadOutcome> FinishAsync(string userId, string uploadId, byte[]? sha256, CancellationToken cancellationToken)
    {
        if (await parts.FindAsync(userId, uploadId, cancellationToken) is not { } state)
            return new UploadOutcome.NotFound();
        await using var upload = blobs.Write(userId, state.Target);
        if (!await parts.TryCopyAsync(userId, uploadId, state, upload, cancellationToken))
            return new UploadOutcome.Overtaken();
        var before = await blobs.ListAsync(userId, BackupId.Uploads, cancellationToken);
        var outcome = await CommitAsync(upload, state.Target, before, sha256 ?? state.Sha256, cancellationToken);
        if (outcome is UploadOutcome.Stored or UploadOutcome.WrongDigest)
            await parts.DeleteAsync(userId, uploadId, cancellationToken);
        return outcome;
    }

    private async Task<UploadOutcome> CommitAsync(
        BackupUpload upload, BackupId id, IReadOnlyList<BackupInfo> before, byte[]? sha256, CancellationToken cancellationToken)
    {
        if (sha256 is not null && !CryptographicOperations.FixedTimeEquals(sha256, upload.Sha256()))
            return new UploadOutcome.WrongDigest();
        if (before.Where(backup => backup.Id != id).Sum(backup => backup.Size) + upload.Written > Options.MaxUploadedBytes)
            return new UploadOutcome.Full(Options.MaxUploadedBytes);
        return await upload.CommitAsync(mark: null, cancellationToken) is { } stored
            ? new UploadOutcome.Stored(stored)
            : new UploadOutcome.Overtaken();
    }
}
