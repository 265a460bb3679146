using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;

namespace FitServerless.Storage;

/// <summary>The app's blob containers by name. They are made by whoever first finds them missing: most deployments never ask for one.</summary>
public sealed class AppContainers(BlobServiceClient service, IOptions<StorageOptions> options)
{
    private readonly string _prefix = options.Value.TablePrefix.ToLowerInvariant();

    /// <summary>Files of users, each under the user's id: <c>{userId}/originals/…</c>. See <see cref="UserBlobs"/>.</summary>
    public BlobContainerClient Users => service.GetBlobContainerClient(_prefix + "users");

    /// <summary>What the app has made of its own catalogues.</summary>
    public BlobContainerClient Catalogues => service.GetBlobContainerClient(_prefix + "catalogues");

    /// <summary>Letters that would have been sent, on a developer's machine.</summary>
    public BlobContainerClient Outbox => service.GetBlobContainerClient(_prefix + "outbox");
}
