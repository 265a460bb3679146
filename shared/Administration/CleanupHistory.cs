using FitServerless.Accounts;
using FitServerless.Cleanup;

namespace FitServerless.Administration;

/// <summary>What cleanups did, for admins.</summary>
public sealed class CleanupHistory(AdminAccess admins, CleanupRuns runs)
{
    /// <summary>The newest first. Two transactions to see who asks, one to read, one to note it.</summary>
    /// <param name="after">Where the page before ended, or <c>null</c>.</param>
    /// <param name="limit">At most 1,000.</param>
    /// <returns><c>null</c> when who asks is no admin, or no longer.</returns>
    public async Task<CleanupRunPage?> ListAsync(Caller admin, string? after, int limit, CancellationToken cancellationToken)
    {
        if (!await admins.IsAdminAsync(admin, cancellationToken))
            return null;
        var page = await runs.ListAsync(after, limit, cancellationToken);
        await admins.NoteAsync(admin, "cleanups looked at", cancellationToken);
        return page;
    }
}
