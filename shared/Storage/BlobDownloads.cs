using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace FitServerless.Storage;

internal static class BlobDownloads
{
    /// <summary>One transaction, however large it is.</summary>
    /// <returns><c>null</c> when it is not there, or not what the options' conditions say.</returns>
    public static async Task<BlobDownloadStreamingResult?> TryDownloadAsync(
        this BlobBaseClient blob, BlobDownloadOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return (await blob.DownloadStreamingAsync(options, cancellationToken)).Value;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return null;
        }
    }
}
