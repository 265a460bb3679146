using FitServerless.Sync;
using FitServerless.Workouts.Efforts;
using FitServerless.Workouts.Files.Originals;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts;

/// <summary>One user's workouts, read and changed online.</summary>
public sealed class WorkoutService(ISyncStore store, DocumentWriter writer, ThresholdSettings thresholds, TimeProvider clock)
{
    public Task<ListPage> ListAsync(string userId, WorkoutQuery query, CancellationToken cancellationToken) => store.ListAsync(
        userId,
        new ListQuery(Workout.Collection, query.Limit, query.Cursor, query.From, query.To, query.Sport),
        cancellationToken);

    /// <summary>All that are not deleted, whole but for their samples, in no useful order. One transaction for each 100.</summary>
    internal IAsyncEnumerable<(string Id, StoredDocument Workout)> ReadAllAsync(string userId, CancellationToken cancellationToken) => store
        .ReadDocumentsAsync(userId, Workout.Collection, withSamples: false, cancellationToken)
        .Where(read => !read.Document.State.Deleted)
        .Select(read => (read.Key.Id, read.Document));

    /// <param name="knownVersion">The version the caller has (<c>If-None-Match</c>).</param>
    public async Task<WorkoutRead> FindAsync(
        string userId, string id, bool withSamples, int? knownVersion, CancellationToken cancellationToken)
    {
        if (!DocumentIds.IsValid(id))
            return new WorkoutRead.NotFound();
        var stored = await store.FindAsync(userId, new DocumentKey(Workout.Collection, id), withSamples, cancellationToken);
        if (stored is null or { State.Deleted: true })
            return new WorkoutRead.NotFound();
        if (stored.State.Version == knownVersion)
            return new WorkoutRead.NotModified(stored.State.Version);
        return new WorkoutRead.Found(stored.State.Version, stored.Body, withSamples ? SeriesCodec.Decode(stored.Samples) : null);
    }

    /// <param name="idempotencyKey">Stands in for <c>localId</c>: the same key makes the same workout once.</param>
    public Task<WorkoutCreated> CreateAsync(
        string userId, WorkoutEdit edit, string? idempotencyKey, CancellationToken cancellationToken) =>
        CreateAsync(userId, edit, idempotencyKey, null, cancellationToken);

    /// <param name="original">The file that it is imported from, already kept.</param>
    internal async Task<WorkoutCreated> CreateAsync(
        string userId, WorkoutEdit edit, string? idempotencyKey, OriginalFile? original, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = (edit.LocalId ?? idempotencyKey) is { } localId ? DocumentIds.Derive(userId, localId) : Guid.CreateVersion7(now).ToString();
        if (WorkoutRules.Check(edit) is { Count: > 0 } errors)
            return new WorkoutCreated(id, ChangeResult.Rejected(WorkoutProblems.Invalid(errors)));
        var change = new WorkoutChange(edit, id, EditTime.Of(edit.UpdatedAt, now))
        {
            Intent = WorkoutIntent.Post,
            Original = original,
            Thresholds = await ThresholdsAsync(userId, edit, cancellationToken),
        };
        return new WorkoutCreated(id, await writer.WriteAsync(userId, change, cancellationToken));
    }

    /// <param name="ifVersion">The version the edit was made on (<c>If-Match</c>); without one the later edit wins.</param>
    public async Task<ChangeResult> ReplaceAsync(
        string userId, string id, WorkoutEdit edit, int? ifVersion, CancellationToken cancellationToken)
    {
        if (!DocumentIds.IsValid(id))
            return WorkoutProblems.NotFound();
        if (WorkoutRules.Check(edit) is { Count: > 0 } errors)
            return ChangeResult.Rejected(WorkoutProblems.Invalid(errors));
        if (edit.StartedAt is null)
            return WorkoutProblems.NoStart();
        var time = EditTime.Of(edit.UpdatedAt, clock.GetUtcNow());
        var change = new WorkoutChange(edit, id, time)
        {
            Intent = WorkoutIntent.Put,
            IfVersion = ifVersion,
            Thresholds = await ThresholdsAsync(userId, edit, cancellationToken),
        };
        return await writer.WriteAsync(userId, change, cancellationToken);
    }

    public async Task<ChangeResult> DeleteAsync(string userId, string id, int? ifVersion, CancellationToken cancellationToken)
    {
        if (!DocumentIds.IsValid(id))
            return WorkoutProblems.NotFound();
        var change = new WorkoutDelete(id, EditTime.Of(null, clock.GetUtcNow())) { IfVersion = ifVersion };
        return await writer.WriteAsync(userId, change, cancellationToken);
    }

    /// <summary>Asked for only where there is something to weigh.</summary>
    private async Task<Thresholds> ThresholdsAsync(string userId, WorkoutEdit edit, CancellationToken cancellationToken) =>
        edit.HasEffort ? await thresholds.FindAsync(userId, cancellationToken) : Thresholds.None;
}
