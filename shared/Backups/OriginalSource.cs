using FitServerless.Backups.Archives;
using FitServerless.Backups.Restores;
using FitServerless.Storage;
using FitServerless.Workouts.Files.Originals;

namespace FitServerless.Backups;

/// <summary>
/// The files that workouts were imported from, by the digest of their content: <c>originals/{sha256}</c>. In storage they may be sealed; in an
/// archive they are what they were.
/// </summary>
internal sealed class OriginalSource(UserBlobs blobs) : IBackupSource, IFolderRestore
{
    public string Folder => OriginalBlobs.Folder;

    /// <summary>They never change, and a new one comes with a workout that refers to it.</summary>
    public Task<string> ReadMarkAsync(string userId, CancellationToken cancellationToken) => Task.FromResult("");

    /// <summary>In the order of their names. One transaction for each 5,000, and one for each.</summary>
    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        var prefix = $"{userId}/{Folder}/";
        await foreach (var item in blobs.ListAsync(prefix, cancellationToken))
        {
            // One that has gone since it was listed is left out.
            await using var blob = await blobs.OpenAsync(item.Name, cancellationToken);
            if (blob is not null)
                await archive.AddFileAsync($"{Folder}/{item.Name[prefix.Length..]}", blob.Length, blob.Content, cancellationToken);
        }
    }

    public FolderRestore Begin(string userId, RestoreMode mode) => new OriginalRestore(userId, blobs);
}
