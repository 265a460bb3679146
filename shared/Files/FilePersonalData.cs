using FitServerless.Privacy;
using FitServerless.Storage;

namespace FitServerless.Files;

/// <summary>First the rows, so that nothing is given out any more; the blobs of a killed run go in the next.</summary>
internal sealed class FilePersonalData(IFileStore store, UserBlobs blobs) : IPersonalData
{
    public string Name => "files";

    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        await store.EraseAsync(userId, cancellationToken);
        await blobs.DeleteAllAsync($"{userId}/{FileBlobs.Folder}/", cancellationToken);
        await blobs.DeleteAsync(FileBlobs.Avatar(userId), cancellationToken);
    }
}
