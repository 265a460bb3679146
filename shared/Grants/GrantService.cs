using FitServerless.Accounts;
using FitServerless.Accounts.Sessions;
using FitServerless.Privacy;

namespace FitServerless.Grants;

/// <summary>Giving and taking back grants. Giving one by e-mail does the same whether or not the address has an account: nothing looks.</summary>
public sealed class GrantService : IGivenAccess
{
    /// <summary>Who the trainer is, the grant says; where the trainer was is none of the client's business.</summary>
    internal static readonly AuditOrigin ByTrainer = new("trainer", null);

    private readonly IGrantStore _grants;
    private readonly IAccountStore _accounts;
    private readonly SessionService _sessions;
    private readonly AuditLog _audit;
    private readonly TimeProvider _clock;

    internal GrantService(IGrantStore grants, IAccountStore accounts, SessionService sessions, AuditLog audit, TimeProvider clock) =>
        (_grants, _accounts, _sessions, _audit, _clock) = (grants, accounts, sessions, audit, clock);

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
        var details = $"{grant.Id}: {string.Join(", ", grant.Scopes)}";
        await _audit.AuditAsync(client.Id, AuditActions.GrantGiven, client.Origin, details, cancellationToken);
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
    /// <param name="id"><see cref="Grant.Id"/>.</param>
    public async Task<bool> RevokeAsync(Caller client, string id, CancellationToken cancellationToken)
    {
        if ((await _grants.ListAsync(client.Id, cancellationToken)).FirstOrDefault(grant => grant.Id == id) is not { } grant)
            return false;
        await EndAsync(grant, client.Origin, cancellationToken);
        return true;
    }

    /// <summary>By the trainer. False when there is no such grant.</summary>
    public async Task<bool> LeaveAsync(Caller trainer, string clientId, CancellationToken cancellationToken)
    {
        var isFound = false;
        foreach (var key in OtherPerson.IsAccountId(clientId) ? Grant.KeysOf(trainer) : [])
        {
            if (await _grants.FindAsync(clientId, key, cancellationToken) is not { } grant)
                continue;
            await EndAsync(grant, ByTrainer, cancellationToken);
            isFound = true;
        }

        return isFound;
    }

    public async Task EndAllAsync(string userId, CancellationToken cancellationToken)
    {
        foreach (var grant in await _grants.ListAsync(userId, cancellationToken))
            await _grants.DeleteGivenAsync(userId, grant.TrainerKey, cancellationToken);
    }

    private async Task EndAsync(Grant grant, AuditOrigin origin, CancellationToken cancellationToken)
    {
        await _grants.DeleteGivenAsync(grant.ClientId, grant.TrainerKey, cancellationToken);
        await _audit.AuditAsync(grant.ClientId, AuditActions.GrantRevoked, origin, grant.Id, cancellationToken);
    }

    private async Task<Client?> FindClientAsync(string clientId, string trainerKey, CancellationToken cancellationToken) =>
        await _grants.FindAsync(clientId, trainerKey, cancellationToken) is { } grant && !(grant.ExpiresAt <= _clock.GetUtcNow())
        && await _accounts.FindAsync(clientId, cancellationToken) is { } account
            ? new Client(account.Id, account.Name, account.Email, grant.Scopes, grant.ExpiresAt)
            : null;
}
