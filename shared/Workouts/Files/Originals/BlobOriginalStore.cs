using FitServerless.Storage;

namespace FitServerless.Workouts.Files.Originals;

internal sealed class BlobOriginalStore(UserBlobs blobs) : IOriginalStore
{
    public Task SaveAsync(string userId, OriginalFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        blobs.WriteAsync(OriginalBlobs.Name(userId, file.Sha256), content, file.MediaType, cancellationToken);

    public async Task<byte[]?> ReadAsync(string userId, string sha256, CancellationToken cancellationToken) =>
        (await blobs.ReadAsync(OriginalBlobs.Name(userId, sha256), cancellationToken))?.Content;
}
