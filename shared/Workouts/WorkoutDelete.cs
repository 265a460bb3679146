using FitServerless.Sync;

namespace FitServerless.Workouts;

/// <summary>A soft delete: the tombstone travels to the other devices. An edit that is newer than the delete wins over it.</summary>
internal sealed class WorkoutDelete(string id, EditTime time) : DocumentChange
{
    public override DocumentKey Key { get; } = new(Workout.Collection, id);

    /// <summary>The version the client saw (<c>If-Match</c>); another one is refused.</summary>
    public int? IfVersion { get; init; }

    public override Decision Decide(StoredDocument? stored) => stored switch
    {
        null => new Decision.Keep(WorkoutProblems.NotFound()),
        { State.Deleted: true } when IsRepeat(stored.State) => new Decision.Keep(
            new ChangeResult(ChangeStatus.Duplicate, stored.State.Version)),
        // Over a tombstone, too: an edit made between the two deletes must not win because it came between them.
        { State.Deleted: true } => Bury(stored),
        _ when !Matches(stored.State) => new Decision.Keep(WorkoutProblems.PreconditionFailed(stored)),
        _ when time.At < stored.State.UpdatedAt => new Decision.Keep(
            new ChangeResult(ChangeStatus.Stale, stored.State.Version, stored.Body)),
        _ => Bury(stored),
    };

    private Decision.Write Bury(StoredDocument stored)
    {
        var version = stored.State.NextVersion;
        var tombstone = new Workout { Id = id, UpdatedAt = time.At, DeletedAt = time.At, Version = version };
        return new Decision.Write(WorkoutWrites.Bury(stored, tombstone), new ChangeResult(ChangeStatus.Applied, version));
    }

    private bool IsRepeat(DocumentState tombstone) => time.IsOurs || time.At <= tombstone.UpdatedAt;

    private bool Matches(DocumentState stored) => IfVersion is not { } version || version == stored.Version;
}
