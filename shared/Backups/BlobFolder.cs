using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using FitServerless.Backups.Archives;
using FitServerless.Storage;

namespace FitServerless.Backups;

/// <summary>A person's blobs in one folder, <c>{userId}/{folder}/…</c>, into archives and back.</summary>
public sealed class BlobFolder(AppContainers containers, string folder)
{
    private readonly BlobContainerClient _users = containers.Users;

    /// <summary>In the order of their names. One transaction for each 5,000, and one for each.</summary>
    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        await foreach (var name in ListAsync(userId, cancellationToken))
        {
            if (await OpenAsync($"{userId}/{folder}/{name}", cancellationToken) is not { } blob)
                continue;
            await using (blob.Content)
                await archive.AddFileAsync($"{folder}/{name}", blob.Details.ContentLength, blob.Content, cancellationToken);
        }
    }

    /// <param name="name">Checked by the caller; it becomes a part of the blob's name.</param>
    public async Task PutAsync(string userId, string name, Stream content, CancellationToken cancellationToken)
    {
        await using var upload = new BlockUpload(_users.GetBlockBlobClient($"{userId}/{folder}/{name}"));
        await upload.FillFromAsync(content, long.MaxValue, cancellationToken);
        await upload.CommitAsync(new CommitBlockListOptions(), cancellationToken);
    }

    private async IAsyncEnumerable<string> ListAsync(string userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!await _users.ExistsAsync(cancellationToken))
            yield break;
        var prefix = $"{userId}/{folder}/";
        await foreach (var blob in _users.GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken))
            yield return blob.Name[prefix.Length..];
    }

    /// <returns><c>null</c> for one that has gone since it was listed.</returns>
    private async Task<BlobDownloadStreamingResult?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await _users.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }
}
