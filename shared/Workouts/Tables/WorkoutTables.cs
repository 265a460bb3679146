using FitServerless.Sync;

namespace FitServerless.Workouts.Tables;

/// <summary>A user's workouts as a table, page by page, so that no more than a page is in memory.</summary>
public sealed class WorkoutTables(WorkoutService workouts)
{
    /// <summary>
    /// The list knows all but the notes; those are a point read each, this many at a time. A page is 1 MB at most where all have notes of the
    /// greatest length.
    /// </summary>
    private const int PageSize = 50;

    /// <param name="query">Its cursor from the page before; the first page has the names of the columns.</param>
    /// <exception cref="Azure.RequestFailedException">Storage failed.</exception>
    public async Task<WorkoutTablePage> ReadAsync(string userId, WorkoutQuery query, CancellationToken cancellationToken)
    {
        var page = await workouts.ListAsync(userId, query with { Limit = PageSize }, cancellationToken);
        var whole = await Task.WhenAll(page.Items.Select(item => ReadAsync(userId, item, cancellationToken)));
        var rows = WorkoutTable.Rows(whole.OfType<Workout>());
        return new WorkoutTablePage(query.Cursor is null ? [.. WorkoutTable.Head(), .. rows] : rows, page.NextCursor);
    }

    /// <returns><c>null</c> for one that was deleted since it was listed.</returns>
    private async Task<Workout?> ReadAsync(string userId, StoredJson item, CancellationToken cancellationToken)
    {
        var listed = WorkoutBody.Parse(item);
        if (listed.IsEncrypted)
            return listed;
        var read = await workouts.FindAsync(userId, listed.Id, withSamples: false, knownVersion: null, cancellationToken);
        return read is WorkoutRead.Found found ? WorkoutBody.Parse(found.Body) : null;
    }
}
