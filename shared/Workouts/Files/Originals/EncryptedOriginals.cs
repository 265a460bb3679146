using FitServerless.Storage;
using FitServerless.Sync;

namespace FitServerless.Workouts.Files.Originals;

/// <summary>
/// Who encrypts a workout wants no copy of it in the clear: the file that it came from goes, unless another workout came from it, too. What a
/// killed process leaves is found as an orphan.
/// </summary>
internal sealed class EncryptedOriginals(ISyncStore store, UserBlobs blobs) : ICommitObserver
{
    private readonly OriginalReferences _references = new(store);

    /// <summary>Nothing mostly; where an original goes, one transaction for it and what its references cost.</summary>
    public async Task CommittedAsync(string userId, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        var left = writes.Select(Left).OfType<OriginalFile>().Select(file => OriginalBlobs.Name(userId, file.Sha256))
            .ToHashSet(StringComparer.Ordinal);
        if (left.Count == 0)
            return;
        foreach (var name in left.Except(await _references.FindNeededAsync(userId, left, cancellationToken)))
            await blobs.DeleteAsync(name, cancellationToken);
    }

    /// <summary>A deleted workout keeps its own, in case it comes back.</summary>
    private static OriginalFile? Left(DocumentWrite write) =>
        write is { Key.Collection: Workout.Collection, Moves: true, State.Deleted: false, Replaces.State.Note: { } before }
        && WorkoutFacts.Parse(before).Original is { } original && WorkoutFacts.Parse(write.State.Note).Original is null
            ? original
            : null;
}
