using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace FitServerless.Accounts;

/// <summary>
/// People whose access tokens this process takes no more, though they have not expired: no transaction, and so no word of it to other
/// processes. Those take such a token until it ends, a quarter of an hour at most unless set otherwise; whoever needs more sweeps up after that,
/// or asks storage whether the session goes on.
/// </summary>
public sealed class RefusedCallers(IOptions<AccountOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _since = new(StringComparer.Ordinal);

    private TimeSpan Lifetime => TimeSpan.FromMinutes(options.Value.AccessTokenMinutes);

    /// <summary>Refuses the tokens that there are.</summary>
    public void Add(string userId)
    {
        var now = clock.GetUtcNow();
        foreach (var (key, since) in _since)
        {
            if (since + Lifetime <= now)
                _since.TryRemove(key, out _);
        }

        _since[Key(userId)] = now;
    }

    /// <summary>Takes them again.</summary>
    public void Remove(string userId) => _since.TryRemove(Key(userId), out _);

    public bool Contains(Caller caller) =>
        !_since.IsEmpty && _since.TryGetValue(Key(caller.Id), out var since) && since + Lifetime > clock.GetUtcNow() && !(caller.IssuedAt > since);

    /// <summary>Hashed, since these are people whom nothing is to remember.</summary>
    private static string Key(string userId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(userId)));
}
