using System.Collections.Concurrent;
using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Privacy;

namespace FitServerless.Grants;

/// <summary>Asks what trainers may. Answers are remembered for seconds: a trainer reads page after page.</summary>
public sealed class GrantDirectory
{
    /// <summary>About 300 bytes each: 3 MB.</summary>
    private const int Capacity = 10_000;

    /// <summary>How long after a grant was taken back another instance may still go by it.</summary>
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(5);

    private readonly IGrantStore _grants;
    private readonly IPeople _people;
    private readonly AuditLog _audit;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<(string ClientId, string TrainerKey), (Grant Grant, DateTimeOffset Until)> _found = new();

    internal GrantDirectory(IGrantStore grants, IPeople people, AuditLog audit, TimeProvider clock) =>
        (_grants, _people, _audit, _clock) = (grants, people, audit, clock);

    /// <summary>
    /// Whether a trainer may do something, and if so notes in the client's audit trail that they did. Three or four transactions, or two.
    /// Refusals are not remembered: who was just allowed may come at once.
    /// </summary>
    /// <param name="clientId">Whatever the trainer asked for.</param>
    /// <param name="scope">One of <see cref="GrantScopes"/>.</param>
    public async Task<bool> UseAsync(Caller trainer, string clientId, string scope, ClientData data, CancellationToken cancellationToken)
    {
        if (await FindKeyAsync(trainer, clientId, scope, cancellationToken) is not { } key
            || await _people.FindAsync(clientId, cancellationToken) is not { } client || !data.IsShared(client.Settings.Privacy))
            return false;
        await _audit.AuditAsync(
            clientId, AuditActions.GrantUsed, GrantService.ByTrainer, $"{Grant.IdOf(clientId, key)}: {scope} {data.Name}", cancellationToken);
        return true;
    }

    private async Task<string?> FindKeyAsync(Caller trainer, string clientId, string scope, CancellationToken cancellationToken)
    {
        if (!GrantRules.IsAccountId(clientId))
            return null;
        foreach (var key in Grant.KeysOf(trainer))
        {
            if (await MayAsync(clientId, key, scope, cancellationToken))
                return key;
        }

        return null;
    }

    private async Task<bool> MayAsync(string clientId, string trainerKey, string scope, CancellationToken cancellationToken)
    {
        var (now, place) = (_clock.GetUtcNow(), (clientId, trainerKey));
        // One that is known and not enough may have been widened since.
        if (_found.TryGetValue(place, out var known) && now < known.Until && known.Grant.Allows(scope, now))
            return true;
        if (_found.Count >= Capacity)
            _found.Clear();
        var grant = await _grants.FindAsync(clientId, trainerKey, cancellationToken);
        if (grant is null)
            _found.TryRemove(place, out _);
        else
            _found[place] = (grant, now + Trust);
        return grant?.Allows(scope, now) == true;
    }
}
