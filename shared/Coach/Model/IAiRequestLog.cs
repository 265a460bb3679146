namespace FitServerless.Coach.Model;

/// <summary>What models were asked, and what it cost.</summary>
public interface IAiRequestLog
{
    /// <summary>One transaction.</summary>
    Task AddAsync(AiRequest request, CancellationToken cancellationToken);

    /// <summary>Of one UTC day and user, oldest first. One transaction for a thousand.</summary>
    Task<IReadOnlyList<AiRequest>> ListAsync(DateOnly day, string userId, CancellationToken cancellationToken);
}
