using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using FitServerless.Backups.Archives;
using FitServerless.Storage;

namespace FitServerless.Backups;

/// <summary>A person's blobs in one folder, <c>{userId}/{folder}/…</c>, into archives and back.</summary>
public sealed class BlobFolder(AppContainers containers, string folder)
{
    /// <summary>In the order of their names. One transaction for each 5,000, and one for each.</summary>
    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        await foreach (var name in ListAsync(userId, cancellationToken))
        {
            if (await OpenAsync(userId, name, cancellationToken) is not { } blob)
                continue;
            await using (blob.Content)
                await archive.AddFileAsync($"{folder}/{name}", blob.Details.ContentLength, blob.Content, cancellationToken);
        }
    }

    /// <param name="name">Checked by the caller; it becomes a part of the blob's name.</param>
    public async Task PutAsync(string userId, string name, Stream content, CancellationToken cancellationToken)
    {
        await using var upload = new BlockUpload(containers.UsersOf(userId).GetBlockBlobClient($"{userId}/{folder}/{name}"));
        await upload.FillFromAsync(content, long.MaxValue, cancellationToken);
        await upload.CommitAsync(new CommitBlockListOptions(), cancellationToken);
    }

    private async IAsyncEnumerable<string> ListAsync(string userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!await containers.UsersOf(userId).ExistsAsync(cancellationToken))
            yield break;
        var prefix = $"{userId}/{folder}/";
        await foreach (var blob in containers.UsersOf(userId).GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken))
            yield return blob.Name[prefix.Length..];
    }

    /// <returns><c>null</c> for one that has gone since it was listed.</returns>
    private async Task<BlobDownloadStreamingResult?> OpenAsync(string userId, string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await containers.UsersOf(userId).GetBlobClient($"{userId}/{folder}/{name}").DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }
}
