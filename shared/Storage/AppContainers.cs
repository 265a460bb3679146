using Azure.Storage.Blobs;
using FitServerless.Storage.Shards;
using Microsoft.Extensions.Options;

namespace FitServerless.Storage;

/// <summary>The app's blob containers by name. They are made by whoever first finds them missing: most deployments never ask for one.</summary>
public sealed class AppContainers(IReadOnlyList<BlobServiceClient> accounts, ShardMap map, IOptions<StorageOptions> options)
{
    private readonly string _prefix = options.Value.TablePrefix.ToLowerInvariant();

    /// <summary>What the app has made of its own catalogues.</summary>
    public BlobContainerClient Catalogues => accounts[0].GetBlobContainerClient(_prefix + "catalogues");

    /// <summary>Letters that would have been sent, on a developer's machine.</summary>
    public BlobContainerClient Outbox => accounts[0].GetBlobContainerClient(_prefix + "outbox");

    /// <summary>Everybody's files: a container in each account.</summary>
    public IEnumerable<BlobContainerClient> Users => accounts.Select(account => account.GetBlobContainerClient(_prefix + "users"));

    /// <summary>
    /// Where a user's files are, each under the user's id: <c>{userId}/originals/…</c>. Other users' files may be in another account.
    /// </summary>
    public BlobContainerClient UsersOf(string userId) => accounts[map.IndexOf(userId)].GetBlobContainerClient(_prefix + "users");
}
