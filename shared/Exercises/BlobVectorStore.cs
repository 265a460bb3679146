using Azure;
using Azure.Storage.Blobs;
using FitServerless.Storage;

namespace FitServerless.Exercises;

/// <summary>A blob a version; 250 exercises take 400 KB. Old versions are left: processes that still run may read them.</summary>
internal sealed class BlobVectorStore(AppContainers containers) : IVectorStore
{
    private readonly BlobContainerClient _container = containers.Catalogues;

    public async Task<byte[]?> FindAsync(string version, CancellationToken cancellationToken)
    {
        try
        {
            return (await Blob(version).DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public async Task KeepAsync(string version, byte[] file, CancellationToken cancellationToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await Blob(version).UploadAsync(BinaryData.FromBytes(file), overwrite: true, cancellationToken);
    }

    private BlobClient Blob(string version) => _container.GetBlobClient($"exercises/{version}.fsvi");
}
