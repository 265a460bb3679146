using FitServerless.Backups.Archives;
using FitServerless.Backups.Restores;
using FitServerless.Storage;
using FitServerless.Workouts.Files.Originals;

namespace FitServerless.Backups;

/// <summary>Originals on their way back. None is ever deleted here: those that no workout needs any more go by themselves.</summary>
internal sealed class OriginalRestore(string userId, UserBlobs blobs) : FolderRestore
{
    /// <summary>Uploads are smaller, but what lay in a zip may be larger than the zip was.</summary>
    private const long MaxBytes = 256L * 1024 * 1024;

    public override string Folder => OriginalBlobs.Folder;

    /// <summary>Its name is its digest, and in lower case, so it can be no other path.</summary>
    public override async Task<bool> AcceptsAsync(ArchiveFile file, CancellationToken cancellationToken)
    {
        if (file.Size > MaxBytes)
            return false;
        await using var content = new HashingStream(file.Content);
        await content.CopyToAsync(Stream.Null, cancellationToken);
        return file.NameInFolder == content.Sha256();
    }

    public override async Task RestoreAsync(ArchiveFile file, CancellationToken cancellationToken) => await blobs.WriteAsync(
        OriginalBlobs.Name(userId, file.NameInFolder),
        await file.ReadAllAsync(cancellationToken),
        "application/octet-stream",
        cancellationToken);
}
