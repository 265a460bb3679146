using FitServerless.Privacy;
using FitServerless.Storage;

namespace FitServerless.Backups;

/// <summary>Backups are of the person, too.</summary>
internal sealed class BackupPersonalData(UserBlobs blobs) : IPersonalData
{
    public string Name => "backups";

    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        foreach (var folder in BackupId.Kinds.Append(UploadParts.Folder))
            await blobs.DeleteAllAsync($"{userId}/{folder}/", cancellationToken);
    }
}
