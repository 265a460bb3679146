using FitServerless.Accounts;
using FitServerless.Accounts.Sessions;

namespace FitServerless.Grants;

/// <summary>Giving and taking back grants. Giving one by e-mail does the same whether or not the address has an account: nothing looks.</summary>
public sealed class GrantService
{
    private readonly IGrantStore _grants;
    private readonly IAccountStore _accounts;
    private readonly SessionService _sessions;
    private readonly TimeProvider _clock;

    internal GrantService(IGrantStore grants, IAccountStore accounts, SessionService sessions, TimeProvider clock) =>
        (_grants, _accounts, _sessions, _clock) = (grants, accounts, sessions, clock);

    /// <summary>A repeat to the same trainer replaces the first.</summary>
    public async Task<GrantOutcome> GiveAsync(Caller client, GrantRequest request, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        if (GrantRules.Check(request, client, now) is { Count: > 0 } errors)
            return new GrantOutcome.Invalid(errors);
        if (await _sessions.FindAsync(client, cancellationToken) is null)
            return new GrantOutcome.SignedOut();
        var grant = GrantRules.ToGrant(request, client, now);
        var others = (await _grants.ListAsync(client.Id, cancellationToken)).Count(other => other.TrainerKey != grant.TrainerKey);
        if (others >= GrantRules.MaxGrants)
            return new GrantOutcome.TooMany();
        await _grants.PutAsync(grant, cancellationToken);
        return new GrantOutcome.Given(grant);
    }

    /// <summary>What somebody has given, expired ones too.</summary>
    public Task<IReadOnlyList<Grant>> ListGivenAsync(string clientId, CancellationToken cancellationToken) =>
        _grants.ListAsync(clientId, cancellationToken);

    /// <summary>Whose data somebody may see. Two transactions for each client, and one or two more.</summary>
    public async Task<IReadOnlyList<Client>> ListClientsAsync(Caller trainer, CancellationToken cancellationToken)
    {
        var found = new List<Client>();
        foreach (var key in Grant.KeysOf(trainer))
        {
            var ids = await _grants.ListClientsAsync(key, cancellationToken);
            found.AddRange((await Task.WhenAll(ids.Select(id => FindClientAsync(id, key, cancellationToken)))).OfType<Client>());
        }

        return [.. found.DistinctBy(client => client.UserId).OrderBy(client => client.UserId, StringComparer.Ordinal)];
    }

    /// <summary>By the client. False when there is no such grant.</summary>
    /// <param name="trainerKey"><see cref="Grant.TrainerKey"/>.</param>
    public async Task<bool> RevokeAsync(string clientId, string trainerKey, CancellationToken cancellationToken)
    {
        if (!trainerKey.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            || await _grants.FindAsync(clientId, trainerKey, cancellationToken) is null)
            return false;
        await _grants.DeleteAsync(clientId, trainerKey, cancellationToken);
        return true;
    }

    /// <summary>By the trainer. False when there is no such grant.</summary>
    public async Task<bool> LeaveAsync(Caller trainer, string clientId, CancellationToken cancellationToken)
    {
        var isFound = false;
        foreach (var key in Grant.KeysOf(trainer))
            isFound |= GrantRules.IsAccountId(clientId) && await RevokeAsync(clientId, key, cancellationToken);
        return isFound;
    }

    public async Task RevokeAllAsync(string clientId, CancellationToken cancellationToken)
    {
        foreach (var grant in await _grants.ListAsync(clientId, cancellationToken))
            await _grants.DeleteAsync(clientId, grant.TrainerKey, cancellationToken);
    }

    private async Task<Client?> FindClientAsync(string clientId, string trainerKey, CancellationToken cancellationToken) =>
        await _grants.FindAsync(clientId, trainerKey, cancellationToken) is { } grant && !(grant.ExpiresAt <= _clock.GetUtcNow())
        && await _accounts.FindAsync(clientId, cancellationToken) is { } account
            ? new Client(account.Id, account.Name, account.Email, grant.Scopes, grant.ExpiresAt)
            : null;
}
