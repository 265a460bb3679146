using System.Collections.Concurrent;
using FitServerless.Accounts;

namespace FitServerless.Grants;

/// <summary>Asks what trainers may. Answers are remembered for seconds: a trainer reads page after page.</summary>
public sealed class GrantDirectory
{
    /// <summary>About 300 bytes each: 3 MB.</summary>
    private const int Capacity = 10_000;

    /// <summary>How long after a grant was taken back another instance may still go by it.</summary>
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(5);

    private readonly IGrantStore _grants;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<(string ClientId, string TrainerKey), (Grant Grant, DateTimeOffset Until)> _found = new();

    internal GrantDirectory(IGrantStore grants, TimeProvider clock) => (_grants, _clock) = (grants, clock);

    /// <summary>One or two transactions, or none. Refusals are not remembered: who was just allowed may come at once.</summary>
    /// <param name="clientId">Whatever the trainer asked for.</param>
    /// <param name="scope">One of <see cref="GrantScopes"/>.</param>
    public async Task<bool> MayAsync(Caller trainer, string clientId, string scope, CancellationToken cancellationToken)
    {
        if (!GrantRules.IsAccountId(clientId))
            return false;
        foreach (var key in Grant.KeysOf(trainer))
        {
            if (await FindAsync(clientId, key, cancellationToken) is { } grant && grant.Allows(scope, _clock.GetUtcNow()))
                return true;
        }

        return false;
    }

    private async Task<Grant?> FindAsync(string clientId, string trainerKey, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        if (_found.TryGetValue((clientId, trainerKey), out var known) && now < known.Until)
            return known.Grant;
        if (_found.Count >= Capacity)
            _found.Clear();
        var grant = await _grants.FindAsync(clientId, trainerKey, cancellationToken);
        if (grant is null)
            _found.TryRemove((clientId, trainerKey), out _);
        else
            _found[(clientId, trainerKey)] = (grant, now + Trust);
        return grant;
    }
}
