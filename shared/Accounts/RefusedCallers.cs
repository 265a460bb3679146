using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace FitServerless.Accounts;

/// <summary>
/// People whose access tokens this process takes no more, though they have not expired: no transaction, and so no word of it to other
/// processes. Those take such a token until it ends, a quarter of an hour at most unless set otherwise; whoever needs more sweeps up after that.
/// </summary>
public sealed class RefusedCallers(IOptions<AccountOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    public void Add(string userId)
    {
        var now = clock.GetUtcNow();
        foreach (var (key, until) in _until)
        {
            if (until <= now)
                _until.TryRemove(key, out _);
        }

        _until[Key(userId)] = now.AddMinutes(options.Value.AccessTokenMinutes);
    }

    public bool Contains(string userId) => !_until.IsEmpty && _until.TryGetValue(Key(userId), out var until) && until > clock.GetUtcNow();

    /// <summary>Hashed, since these are people whom nothing is to remember.</summary>
    private static string Key(string userId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(userId)));
}
