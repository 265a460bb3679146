using FitServerless.Storage;

namespace FitServerless.Workouts.Files.Originals;

internal sealed class BlobOriginalStore(UserBlobs blobs) : IOriginalStore
{
    public Task SaveAsync(string userId, OriginalFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        blobs.WriteAsync(Name(userId, file.Sha256), content, file.MediaType, cancellationToken);

    public async Task<byte[]?> ReadAsync(string userId, string sha256, CancellationToken cancellationToken) =>
        (await blobs.ReadAsync(Name(userId, sha256), cancellationToken))?.Content;

    /// <summary>Both are ours: an account's id, and hex digits.</summary>
    private static string Name(string userId, string sha256) => $"{userId}/originals/{sha256}";
}
