using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Privacy;

namespace FitServerless.Grants;

/// <summary>
/// Asks what trainers may. Nothing is remembered: a grant that was taken back is good no more from then on, on every instance, for a point read
/// a request.
/// </summary>
public sealed class GrantDirectory
{
    private readonly IGrantStore _grants;
    private readonly IPeople _people;
    private readonly AuditLog _audit;
    private readonly TimeProvider _clock;

    internal GrantDirectory(IGrantStore grants, IPeople people, AuditLog audit, TimeProvider clock) =>
        (_grants, _people, _audit, _clock) = (grants, people, audit, clock);

    /// <summary>
    /// Whether a trainer may do something, and if so notes in the client's audit trail that they did. At most four transactions; two or one
    /// where they may not.
    /// </summary>
    /// <param name="clientId">Whatever the trainer asked for.</param>
    /// <param name="scope">One of <see cref="GrantScopes"/>.</param>
    public async Task<bool> UseAsync(Caller trainer, string clientId, string scope, ClientData data, CancellationToken cancellationToken)
    {
        if (await FindAsync(trainer, clientId, scope, cancellationToken) is not { } grant
            || await _people.FindAsync(clientId, cancellationToken) is not { } client || !data.IsShared(client.Settings.Privacy))
            return false;
        await _audit.AuditAsync(clientId, AuditActions.GrantUsed, GrantService.ByTrainer, $"{grant.Id}: {scope} {data.Name}", cancellationToken);
        return true;
    }

    private async Task<Grant?> FindAsync(Caller trainer, string clientId, string scope, CancellationToken cancellationToken)
    {
        if (!OtherPerson.IsAccountId(clientId))
            return null;
        foreach (var key in Grant.KeysOf(trainer))
        {
            if (await _grants.FindAsync(clientId, key, cancellationToken) is { } grant && grant.Allows(scope, _clock.GetUtcNow()))
                return grant;
        }

        return null;
    }
}
