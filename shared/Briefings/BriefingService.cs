namespace FitServerless.Briefings;

/// <summary>A person's briefings, to read.</summary>
public sealed class BriefingService(IBriefingStore store, TimeProvider clock)
{
    public Task<BriefingPage> ListAsync(string userId, BriefingQuery query, CancellationToken cancellationToken) =>
        store.ListAsync(userId, query, clock.GetUtcNow(), cancellationToken);

    public async Task<Briefing?> FindAsync(string userId, string kind, DateOnly date, CancellationToken cancellationToken) =>
        BriefingKinds.All.Contains(kind) ? await store.FindAsync(userId, kind, date, clock.GetUtcNow(), cancellationToken) : null;
}
