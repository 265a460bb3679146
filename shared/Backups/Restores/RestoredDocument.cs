using FitServerless.Backups.Archives;
using FitServerless.Sync;
using FitServerless.Workouts;
using FitServerless.Workouts.Efforts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Backups.Restores;

/// <summary>A document that a backup has, over what the account has. What it takes the place of goes to the history, as with every edit.</summary>
internal sealed class RestoredDocument(ArchivedDocument archived, RestoreJournal journal, DocumentLayout layout, Thresholds thresholds)
    : DocumentChange
{
    public override DocumentKey Key => archived.Key;

    public override bool ExpectedNew => journal.Start == Sequence.Start;

    public override bool NeedsSamples => true;

    public override Decision Decide(StoredDocument? stored)
    {
        if (stored is null)
            return Put(null, archived.UpdatedAt);
        if (journal.Made(stored.State))
            return Keep(stored, ChangeStatus.Duplicate);
        var isSame = !stored.State.Deleted && layout.Archived(Key, stored).IsSame(archived);
        return journal.Mode == RestoreMode.Replace ? Replace(stored, isSame) : Merge(stored, isSame);
    }

    private Decision Replace(StoredDocument stored, bool isSame)
    {
        if (isSame)
            return Keep(stored, ChangeStatus.Duplicate);
        // Somebody has edited it since the restore began.
        if (stored.State.Sequence > journal.Start)
            return Keep(stored, ChangeStatus.Stale);
        return Put(stored, journal.At > stored.State.UpdatedAt ? journal.At : stored.State.UpdatedAt.AddMilliseconds(1));
    }

    private Decision Merge(StoredDocument stored, bool isSame)
    {
        var wins = archived.UpdatedAt > stored.State.UpdatedAt;
        if (isSame && !wins)
            return Keep(stored, ChangeStatus.Duplicate);
        if (!stored.State.Deleted && archived.Samples is { } mine && stored.Samples is { Length: > 0 })
            return Unite(stored, MeasurementSeries.Union(SeriesCodec.Decode(stored.Samples), mine), wins);
        return wins ? Put(stored, archived.UpdatedAt) : Keep(stored, ChangeStatus.Stale);
    }

    /// <summary>Words win or lose, measurements do neither.</summary>
    private Decision Unite(StoredDocument stored, MeasurementSeries union, bool wins)
    {
        if (wins && union.Equals(archived.Samples))
            return Put(stored, archived.UpdatedAt);
        if (!wins && union.Equals(SeriesCodec.Decode(stored.Samples)))
            return Keep(stored, ChangeStatus.Stale);
        var version = stored.State.NextVersion;
        var workout = (wins ? ArchivedWorkouts.Parse(archived) : WorkoutBody.Parse(stored.Body)) with { Version = version };
        var hash = wins ? WorkoutBody.ContentHash(workout) : stored.State.ContentHash;
        return WorkoutWrites.TryPut(stored, workout, union, thresholds, hash, new ChangeResult(ChangeStatus.Merged, version), tellsCurrent: false);
    }

    private Decision.Write Put(StoredDocument? stored, DateTimeOffset at)
    {
        var version = stored?.State.NextVersion ?? 1;
        return new Decision.Write(layout.Lay(archived, stored, version, at, journal.Mark), new ChangeResult(ChangeStatus.Applied, version));
    }

    private static Decision.Keep Keep(StoredDocument stored, ChangeStatus why) => new(new ChangeResult(why, stored.State.Version));
}
