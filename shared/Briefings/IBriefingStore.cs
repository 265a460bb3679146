namespace FitServerless.Briefings;

/// <summary>Briefings, each user's in one partition, one a kind and day.</summary>
public interface IBriefingStore
{
    /// <summary>
    /// Keeps it, if there is none of its kind and day yet; what is there stays. One transaction, two for a repeat; the first in a process may take
    /// three more, for what expires.
    /// </summary>
    /// <returns>What is there now.</returns>
    Task<StoredBriefing> AddAsync(string userId, Briefing briefing, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary><c>null</c> when there is none, or it has expired. One transaction.</summary>
    Task<Briefing?> FindAsync(string userId, string kind, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Newest first. One transaction, more where a kind filters out most rows.</summary>
    Task<BriefingPage> ListAsync(string userId, BriefingQuery query, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Notes that a run begins to send the letter. One transaction.</summary>
    /// <returns>False when another run was first.</returns>
    Task<bool> TryBeginMailAsync(string userId, StoredBriefing briefing, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Notes that the letter is done with. One transaction.</summary>
    Task EndMailAsync(string userId, Briefing briefing, DateTimeOffset now, CancellationToken cancellationToken);
}
