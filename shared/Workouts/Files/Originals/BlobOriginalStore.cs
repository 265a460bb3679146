using System.Runtime.InteropServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FitServerless.Storage;

namespace FitServerless.Workouts.Files.Originals;

internal sealed class BlobOriginalStore(AppContainers containers) : IOriginalStore
{
    public async Task SaveAsync(string userId, OriginalFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            await UploadAsync(userId, file, content, cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await containers.UsersOf(userId).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await UploadAsync(userId, file, content, cancellationToken);
        }
    }

    public async Task<byte[]?> ReadAsync(string userId, string sha256, CancellationToken cancellationToken)
    {
        try
        {
            return (await Blob(userId, sha256).DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound || e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return null;
        }
    }

    private async Task UploadAsync(string userId, OriginalFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        // A file is far below the size at which the client would send it in blocks: one request, all or nothing.
        using var stream = MemoryMarshal.TryGetArray(content, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(content.ToArray());
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = file.MediaType } };
        await Blob(userId, file.Sha256).UploadAsync(stream, options, cancellationToken);
    }

    /// <summary>Both are ours: an account's id, and hex digits.</summary>
    private BlobClient Blob(string userId, string sha256) =>
        containers.UsersOf(userId).GetBlobClient($"{userId}/originals/{sha256}");
}
