using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using FitServerless.Accounts.Lockout;

namespace FitServerless.Tests.Accounts.Lockout;

internal sealed class MemoryTryStore : ITryStore
{
    private readonly ConcurrentDictionary<TryKey, FailedTries> _rows = new();
    private int _version;

    public int Calls { get; private set; }

    public Task<FailedTries> FindAsync(TryKey key, CancellationToken cancellationToken)
    {
        Calls++;
        return Task.FromResult(_rows.GetValueOrDefault(key, FailedTries.None));
    }

    public Task<bool> TryWriteAsync(TryKey key, FailedTries tries, CancellationToken cancellationToken)
    {
        Calls++;
        if (_rows.GetValueOrDefault(key, FailedTries.None).ETag != tries.ETag)
            return Task.FromResult(false);
        _rows[key] = tries with { ETag = new ETag((++_version).ToString(CultureInfo.InvariantCulture)) };
        return Task.FromResult(true);
    }

    public Task DeleteAsync(TryKey key, CancellationToken cancellationToken)
    {
        Calls++;
        _rows.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}
