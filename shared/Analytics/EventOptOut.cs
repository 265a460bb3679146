using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Cleanup;

namespace FitServerless.Analytics;

/// <summary>
/// Forgets what was counted of people who do not want to be counted any more: with the cleanup, since a request would have to wait for a table of
/// each day that is kept.
/// </summary>
internal sealed class EventOptOut(IPeople people, IEventStore events, ExpiryIndex expiry, TimeProvider clock) : IAccountWatch, IExpiring
{
    /// <summary>What the index knows its notes as.</summary>
    private const string Name = "eventOptOuts";

    public string Kind => Name;

    public async Task PrepareAsync(Account before, Account after, CancellationToken cancellationToken)
    {
        // Tomorrow's note and not today's: a cleanup that came between the note and the change would find that nothing has changed.
        if (IsCounted(before) && !IsCounted(after))
            await expiry.NoteAsync(Name, after.Id, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1), cancellationToken);
    }

    public Task SeeAsync(Account account, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>For each day that is kept four transactions, and those of the rows that go.</summary>
    public async Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(owner, cancellationToken) is { Settings.Privacy.Analytics: false })
            await events.EraseOwnAsync(owner, cancellationToken);
        return null;
    }

    private static bool IsCounted(Account account) => PersonSettings.Read(account.Settings).Privacy.Analytics;
}
