using FitServerless.Sync;

namespace FitServerless.Workouts.Tables;

/// <summary>The notes of workouts, read ahead of the table that needs them: documents come by id, a table by date.</summary>
internal sealed class KnownNotes
{
    /// <summary>2 MB: the notes of thousands of workouts, as people write them. What is beyond is for whoever needs it to read.</summary>
    private const int MaxCharacters = 1024 * 1024;

    /// <summary>What an entry takes besides its notes, in characters: id, version, and the place in the table.</summary>
    private const int EntryCharacters = 100;

    public static readonly KnownNotes None = new();

    private readonly Dictionary<string, (int Version, string? Notes)> _byId = new(StringComparer.Ordinal);

    private KnownNotes()
    {
    }

    /// <summary>Reads no further when it has as much as it may.</summary>
    public static async Task<KnownNotes> ReadAsync(IAsyncEnumerable<(string Id, StoredDocument Workout)> workouts, CancellationToken cancellationToken)
    {
        var (known, left) = (new KnownNotes(), MaxCharacters);
        await foreach (var (id, workout) in workouts.WithCancellation(cancellationToken))
        {
            var notes = WorkoutBody.Parse(workout.Body).Notes;
            left -= EntryCharacters + (notes?.Length ?? 0);
            if (left < 0)
                break;
            known._byId[id] = (workout.State.Version, notes);
        }

        return known;
    }

    /// <summary>The whole workout; <c>null</c> where its notes are not known, or are those of another version.</summary>
    public Workout? Complete(Workout listed) =>
        _byId.TryGetValue(listed.Id, out var known) && known.Version == listed.Version ? listed with { Notes = known.Notes } : null;
}
