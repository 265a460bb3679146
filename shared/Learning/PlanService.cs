using FitServerless.Sync;

namespace FitServerless.Learning;

/// <summary>How far a plan has got, told from the sessions that were spent on it.</summary>
public sealed class PlanService(DocumentService documents)
{
    public const int PageSize = 20;

    private const int RecentSessions = 10;
    private const int MaxPage = 1000;

    /// <summary>Two transactions, one more for each 1,000 sessions of the plan. <c>null</c> when there is no such plan.</summary>
    public async Task<PlanView?> FindAsync(string userId, string id, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(userId, new DocumentKey(LearningCollections.Plans, id), cancellationToken) is not { } plan)
            return null;
        var sessions = await ListSessionsAsync(userId, id, int.MaxValue, cancellationToken);
        return PlanProgress.View(plan, sessions, RecentSessions);
    }

    /// <summary>A page of sessions, newest first; of one plan if given. One transaction, more for an offset beyond 1,000.</summary>
    public async Task<IReadOnlyList<SyncedDocument>> ListSessionsAsync(
        string userId, string? planId, int offset, int count, CancellationToken cancellationToken) =>
        [.. (await ListSessionsAsync(userId, planId, offset + count, cancellationToken)).Skip(offset)];

    private async Task<IReadOnlyList<SyncedDocument>> ListSessionsAsync(string userId, string? planId, int count, CancellationToken cancellationToken)
    {
        var sessions = new List<SyncedDocument>();
        string? cursor = null;
        do
        {
            var query = new ListQuery(LearningCollections.Sessions, Math.Min(count - sessions.Count, MaxPage), cursor, Tag: planId);
            var page = (await documents.ListAsync(userId, query, cancellationToken))!;
            sessions.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null && sessions.Count < count);
        return sessions;
    }
}
