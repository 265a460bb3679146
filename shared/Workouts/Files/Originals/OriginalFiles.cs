using FitServerless.Workouts.Files.Archives;

namespace FitServerless.Workouts.Files.Originals;

/// <summary>Gives back the files that workouts were imported from.</summary>
public sealed class OriginalFiles(WorkoutService workouts, IOriginalStore store)
{
    /// <param name="knownSha256">Of the file that the caller has.</param>
    public async Task<OriginalRead> FindAsync(string userId, string id, string? knownSha256, CancellationToken cancellationToken)
    {
        var read = await workouts.FindAsync(userId, id, withSamples: false, knownVersion: null, cancellationToken);
        if (read is not WorkoutRead.Found found || WorkoutBody.Parse(found.Body).Original is not { } file)
            return new OriginalRead.NotFound();
        if (file.Sha256 == knownSha256)
            return new OriginalRead.NotModified(file);
        return await store.ReadAsync(userId, file.Sha256, cancellationToken) is { } content
            ? new OriginalRead.Found(file, content)
            : new OriginalRead.NotFound();
    }

    /// <summary>The file without its gzip; empty for none. None or one transaction.</summary>
    internal async Task<ReadOnlyMemory<byte>> ReadUnpackedAsync(string userId, OriginalFile file, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(userId, file.Sha256, cancellationToken) is not { } content)
            return default;
        return ActivityArchive.IsGzip(content)
            ? ActivityArchive.Gunzip(file.Name, content, new BoundedUnpacking()).Content ?? default
            : content;
    }
}
