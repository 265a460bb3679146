using FitServerless.Backups.Archives;
using FitServerless.Storage;
using FitServerless.Workouts.Files.Originals;

namespace FitServerless.Backups;

/// <summary>
/// The files that workouts were imported from, by the digest of their content: <c>originals/{sha256}</c>. In storage they may be sealed; in an
/// archive they are what they were.
/// </summary>
internal sealed class OriginalSource(UserBlobs blobs) : IBackupSource, IFileRestore
{
    /// <summary>Uploads are smaller, but what lay in a zip may be larger than the zip was.</summary>
    private const long MaxBytes = 256L * 1024 * 1024;

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
            if (await blobs.ReadAsync(item.Name, cancellationToken) is not { } blob)
                continue;
            await using var content = new MemoryStream(blob.Content, writable: false);
            await archive.AddFileAsync($"{Folder}/{item.Name[prefix.Length..]}", blob.Content.Length, content, cancellationToken);
        }
    }

    /// <summary>Its name is its digest, and in lower case, so it can be no other path.</summary>
    public bool Accepts(ArchiveEntry entry) => entry.Name == $"{Folder}/{entry.Sha256}" && entry.Size <= MaxBytes;

    public async Task RestoreAsync(string userId, string name, Stream content, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        await content.CopyToAsync(file, cancellationToken);
        var bytes = file.GetBuffer().AsMemory(0, (int)file.Length);
        await blobs.WriteAsync(OriginalBlobs.Name(userId, name), bytes, "application/octet-stream", cancellationToken);
    }
}
