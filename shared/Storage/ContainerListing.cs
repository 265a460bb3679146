using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace FitServerless.Storage;

internal static class ContainerListing
{
    /// <summary>What lies under a prefix, by name; nothing where nobody has made the container yet. One transaction for each 5,000.</summary>
    public static async IAsyncEnumerable<BlobItem> ListAsync(
        this BlobContainerClient container, string? prefix, BlobTraits traits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var items = container.GetBlobsAsync(traits, prefix: prefix, cancellationToken: cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync(items))
            yield return items.Current;
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<BlobItem> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return false;
        }
    }
}
