using FitServerless.Sync;

namespace FitServerless.Workouts;

/// <summary>A soft delete: the tombstone travels to the other devices. An edit that is newer than the delete wins over it.</summary>
internal sealed class WorkoutDelete(string id, EditTime time) : DocumentChange
{
    public override DocumentKey Key { get; } = new(Workout.Collection, id);

    /// <summary>The version the client saw (<c>If-Match</c>); another one is refused.</summary>
    public int? IfVersion { get; init; }

    public override bool NeedsBody(DocumentState stored) => !stored.Deleted && (time.At < stored.UpdatedAt || !Matches(stored));

    public override Decision Decide(StoredDocument? stored) => stored switch
    {
        null => new Decision.Keep(WorkoutProblems.NotFound()),
        { State.Deleted: true } when time.IsOurs || time.At <= stored.State.UpdatedAt =>
            new Decision.Keep(new ChangeResult(ChangeStatus.Duplicate, stored.State.Version)),
        // A later delete moves the tombstone on, or an edit between the two would bring the workout back.
        { State.Deleted: true } => Bury(stored.State),
        _ when !Matches(stored.State) => new Decision.Keep(WorkoutProblems.PreconditionFailed(stored)),
        _ when time.At < stored.State.UpdatedAt => new Decision.Keep(
            new ChangeResult(ChangeStatus.Stale, stored.State.Version, stored.Body)),
        _ => Bury(stored.State),
    };

    private Decision.Write Bury(DocumentState stored)
    {
        var version = stored.Version + 1;
        var tombstone = new Workout { Id = id, UpdatedAt = time.At, DeletedAt = time.At, Version = version };
        return new Decision.Write(WorkoutWrites.Bury(stored, tombstone), new ChangeResult(ChangeStatus.Applied, version));
    }

    private bool Matches(DocumentState stored) => IfVersion is not { } version || version == stored.Version;
}
