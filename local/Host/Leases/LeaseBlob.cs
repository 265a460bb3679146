using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace FitServerless.Local.Host.Leases;

/// <summary>An empty blob that is there for its lease.</summary>
internal static class LeaseBlob
{
    public static async Task<BlobLeaseClient> GetAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        if (!await blob.ExistsAsync(cancellationToken)) await CreateAsync(blob, cancellationToken);
        return blob.GetBlobLeaseClient();
    }

    private static async Task CreateAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            await blob.UploadAsync(BinaryData.FromString(""), overwrite: false, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status409Conflict)
        {
            // Another process was quicker.
        }
    }
}
