using FitServerless.Accounts;
using FitServerless.Accounts.Sessions;
using FitServerless.Privacy;

namespace FitServerless.Grants;

/// <summary>Giving and taking back grants. Giving one by e-mail does the same whether or not the address has an account: nothing looks.</summary>
public sealed class GrantService : IGivenAccess
{
    /// <summary>Who the trainer is, the grant says; where the trainer was is none of the client's business.</summary>
    internal static readonly AuditOrigin ByTrainer = new("trainer", null);

    /// <summary>Clients that a list reads at once.</summary>
    private const int AtOnce = 50;

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

    /// <summary>A page of whose data somebody may see, by the clients' ids. One or two transactions, and two or three for each client.</summary>
    /// <param name="after">What the page before ended with, or <c>null</c>.</param>
    /// <param name="limit">At most 1,000. Grants that have ended count, so that a page may have fewer, even none, and there are more all the same.</param>
    public async Task<ClientPage> ListClientsAsync(Caller trainer, string? after, int limit, CancellationToken cancellationToken)
    {
        var keys = Grant.KeysOf(trainer);
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var key in keys)
            ids.UnionWith(await _grants.ListClientsAsync(key, after ?? "", limit, cancellationToken));
        var page = ids.Take(limit).ToList();
        var clients = new List<Client>();
        foreach (var some in page.Chunk(AtOnce))
            clients.AddRange((await Task.WhenAll(some.Select(id => FindClientAsync(id, keys, cancellationToken)))).OfType<Client>());
        return new ClientPage(clients, page.Count == limit ? page[^1] : null);
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

    /// <summary>By the first of the trainer's keys that has an open grant.</summary>
    private async Task<Client?> FindClientAsync(string clientId, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            if (await _grants.FindAsync(clientId, key, cancellationToken) is not { } grant || grant.ExpiresAt <= _clock.GetUtcNow())
                continue;
            return await _accounts.FindAsync(clientId, cancellationToken) is { } account
                ? new Client(account.Id, account.Name, account.Email, grant.Scopes, grant.ExpiresAt)
                : null;
        }

        return null;
    }
}
