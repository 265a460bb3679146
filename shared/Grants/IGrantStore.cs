namespace FitServerless.Grants;

/// <summary>Grants, by client and by trainer.</summary>
internal interface IGrantStore
{
    /// <summary>Two transactions. Replaces one to the same trainer.</summary>
    Task PutAsync(Grant grant, CancellationToken cancellationToken);

    /// <summary>One transaction.</summary>
    Task<Grant?> FindAsync(string clientId, string trainerKey, CancellationToken cancellationToken);

    /// <summary>One transaction. What a client has given.</summary>
    Task<IReadOnlyList<Grant>> ListAsync(string clientId, CancellationToken cancellationToken);

    /// <summary>One transaction. Clients that have, or have had, a grant for a trainer: ask <see cref="FindAsync"/>.</summary>
    Task<IReadOnlyList<string>> ListClientsAsync(string trainerKey, CancellationToken cancellationToken);

    /// <summary>A page of the same, by id. One transaction.</summary>
    /// <param name="after">The id that the page before ended with, or nothing.</param>
    /// <param name="limit">At most 1,000.</param>
    Task<IReadOnlyList<string>> ListClientsAsync(string trainerKey, string after, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// For who has found it by <see cref="ListClientsAsync(string, CancellationToken)"/>, which finds it until it is all gone. Two transactions; safe to repeat.
    /// </summary>
    Task DeleteAsync(string clientId, string trainerKey, CancellationToken cancellationToken);

    /// <summary>The same for who has found it by <see cref="ListAsync"/>.</summary>
    Task DeleteGivenAsync(string clientId, string trainerKey, CancellationToken cancellationToken);
}
