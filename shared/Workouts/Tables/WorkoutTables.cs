using FitServerless.Sync;

namespace FitServerless.Workouts.Tables;

/// <summary>A user's workouts as a table, page by page, so that no more than a page is in memory, and the notes that were read ahead.</summary>
public sealed class WorkoutTables(WorkoutService workouts)
{
    /// <summary>The list knows all but the notes. A page is 1 MB at most where all have notes of the greatest length.</summary>
    private const int PageSize = 50;

    /// <summary>
    /// The first page, with the names of the columns. Of all workouts the notes are read ahead, a transaction for each 100; of some of them, or where
    /// one page holds them all, they are a point read each, as are those for which there was no room.
    /// </summary>
    /// <exception cref="Azure.RequestFailedException">Storage failed.</exception>
    public async Task<WorkoutTablePage> FirstAsync(string userId, WorkoutQuery query, CancellationToken cancellationToken)
    {
        var list = await ListAsync(userId, query, cancellationToken);
        var notes = list.NextCursor is null || query is not { From: null, To: null, Sport: null }
            ? KnownNotes.None
            : await KnownNotes.ReadAsync(workouts.ReadAllAsync(userId, cancellationToken), cancellationToken);
        var page = await WriteAsync(userId, query, list, notes, cancellationToken);
        return page with { Content = [.. WorkoutTable.Head(), .. page.Content] };
    }

    /// <param name="before">One with a next.</param>
    /// <exception cref="Azure.RequestFailedException">Storage failed.</exception>
    public async Task<WorkoutTablePage> NextAsync(string userId, WorkoutTablePage before, CancellationToken cancellationToken)
    {
        var list = await ListAsync(userId, before.Next!, cancellationToken);
        return await WriteAsync(userId, before.Next!, list, before.Notes, cancellationToken);
    }

    private Task<ListPage> ListAsync(string userId, WorkoutQuery query, CancellationToken cancellationToken) =>
        workouts.ListAsync(userId, query with { Limit = PageSize }, cancellationToken);

    private async Task<WorkoutTablePage> WriteAsync(
        string userId, WorkoutQuery query, ListPage list, KnownNotes notes, CancellationToken cancellationToken)
    {
        var whole = await Task.WhenAll(list.Items.Select(item => CompleteAsync(userId, WorkoutBody.Parse(item), notes, cancellationToken)));
        var next = list.NextCursor is { } cursor ? query with { Cursor = cursor } : null;
        return new WorkoutTablePage(WorkoutTable.Rows(whole.OfType<Workout>()), next) { Notes = notes };
    }

    /// <returns><c>null</c> for one that was deleted since it was listed.</returns>
    private async Task<Workout?> CompleteAsync(string userId, Workout listed, KnownNotes notes, CancellationToken cancellationToken)
    {
        if (listed.IsEncrypted)
            return listed;
        if (notes.Complete(listed) is { } known)
            return known;
        var read = await workouts.FindAsync(userId, listed.Id, withSamples: false, knownVersion: null, cancellationToken);
        return read is WorkoutRead.Found found ? WorkoutBody.Parse(found.Body) : null;
    }
}
