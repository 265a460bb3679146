using Azure;
using Azure.Storage.Blobs;
using FitServerless.Privacy;
using FitServerless.Storage;

namespace FitServerless.Backups;

/// <summary>Backups are of the person, too.</summary>
internal sealed class BackupPersonalData(AppContainers containers) : IPersonalData
{
    public string Name => "backups";

    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        foreach (var folder in BackupId.Kinds.Append(UploadParts.Folder))
            await EraseUnderAsync(containers.UsersOf(userId), $"{userId}/{folder}/", cancellationToken);
    }

    private static async Task EraseUnderAsync(BlobContainerClient users, string prefix, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var blob in users.GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken))
                await users.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == "ContainerNotFound")
        {
            // Nobody has stored anything yet.
        }
    }
}
