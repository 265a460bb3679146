namespace FitServerless.Sharing;

/// <summary>Shares, by owner and by receiver.</summary>
internal interface IShareStore
{
    /// <summary>Two transactions. Replaces the one of the same id.</summary>
    Task PutAsync(Share share, CancellationToken cancellationToken);

    /// <summary>One transaction.</summary>
    Task<Share?> FindAsync(string ownerId, string id, CancellationToken cancellationToken);

    /// <summary>One transaction, and another where there was a pointer.</summary>
    Task<Share?> FindReceivedAsync(string receiverKey, string id, CancellationToken cancellationToken);

    /// <summary>What an owner has given, expired ones too. One transaction.</summary>
    Task<IReadOnlyList<Share>> ListAsync(string ownerId, CancellationToken cancellationToken);

    /// <summary>Ids and owners of what somebody has got, or had: ask <see cref="FindAsync"/>. One transaction.</summary>
    Task<IReadOnlyList<(string Id, string OwnerId)>> ListReceivedAsync(string receiverKey, CancellationToken cancellationToken);

    /// <summary>A page of the same, by id. One transaction.</summary>
    /// <param name="after">The id that the page before ended with, or nothing.</param>
    /// <param name="limit">At most 1,000.</param>
    Task<IReadOnlyList<(string Id, string OwnerId)>> ListReceivedAsync(
        string receiverKey, string after, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// For who has found it by <see cref="ListReceivedAsync(string, CancellationToken)"/>, which finds it until it is all gone. Two transactions;
    /// safe to repeat.
    /// </summary>
    Task DeleteReceivedAsync(string ownerId, string receiverKey, string id, CancellationToken cancellationToken);

    /// <summary>The same for who has found it at its owner's.</summary>
    Task DeleteAsync(Share share, CancellationToken cancellationToken);
}
