using FitServerless.Backups.Archives;
using FitServerless.Storage;

namespace FitServerless.Backups;

/// <summary>The files that workouts were imported from, by the digest of their content: <c>originals/{sha256}</c>.</summary>
internal sealed class OriginalSource(AppContainers containers) : IBackupSource, IFileRestore
{
    private readonly BlobFolder _blobs = new(containers, "originals");

    public string Folder => "originals";

    /// <summary>They never change, and a new one comes with a workout that refers to it.</summary>
    public Task<string> ReadMarkAsync(string userId, CancellationToken cancellationToken) => Task.FromResult("");

    public Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken) =>
        _blobs.WriteAsync(userId, archive, cancellationToken);

    /// <summary>Its name is its digest, and in lower case, so it can be no other path.</summary>
    public bool Accepts(ArchiveEntry entry) => entry.Name == $"{Folder}/{entry.Sha256}";

    public Task RestoreAsync(string userId, string name, Stream content, CancellationToken cancellationToken) =>
        _blobs.PutAsync(userId, name, content, cancellationToken);
}
