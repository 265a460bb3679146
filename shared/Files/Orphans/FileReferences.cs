namespace FitServerless.Files.Orphans;

/// <summary>Blobs of files are needed as long as there are their rows. One transaction.</summary>
internal sealed class FileReferences(IFileStore store) : IBlobReferences
{
    public string Folder => FileBlobs.Folder;

    public async Task<IReadOnlySet<string>> FindNeededAsync(
        string userId, IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        (await store.ListAsync(userId, cancellationToken)).Select(file => FileBlobs.Name(userId, file)).ToHashSet(StringComparer.Ordinal);
}
