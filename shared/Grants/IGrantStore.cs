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

    /// <summary>
    /// For who has found it by <see cref="ListClientsAsync"/>, which finds it until it is all gone. Two transactions; safe to repeat.
    /// </summary>
    Task DeleteAsync(string clientId, string trainerKey, CancellationToken cancellationToken);

    /// <summary>The same for who has found it by <see cref="ListAsync"/>.</summary>
    Task DeleteGivenAsync(string clientId, string trainerKey, CancellationToken cancellationToken);
}
