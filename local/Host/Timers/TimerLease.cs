using Azure;
using Azure.Storage.Blobs.Specialized;

namespace FitServerless.Local.Host.Timers;

/// <summary>A lease held and renewed until disposed of. <see cref="Lost"/> tells when another process may have taken it.</summary>
internal sealed class TimerLease : IAsyncDisposable
{
    /// <summary>What the real host asks for its listeners; also how often a process without the lease tries again.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(60);

    // Two renewals may fail before the lease runs out.
    private static readonly TimeSpan RenewalInterval = Period / 3;

    private readonly BlobLeaseClient _client;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _released = new();
    private readonly Task _renewals;

    private TimerLease(BlobLeaseClient client, TimeProvider clock)
    {
        _client = client;
        _clock = clock;
        _renewals = RenewAsync(_released.Token);
    }

    public CancellationToken Lost => _lost.Token;

    /// <returns>Null when another process holds it.</returns>
    public static async Task<TimerLease?> TryAcquireAsync(BlobLeaseClient client, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            await client.AcquireAsync(Period, cancellationToken: cancellationToken);
            return new TimerLease(client, clock);
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status409Conflict)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _released.CancelAsync();
        await _renewals;
        if (!_lost.IsCancellationRequested) await ReleaseAsync();
        _released.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync(CancellationToken released)
    {
        var renewed = _clock.GetTimestamp();
        try
        {
            while (true)
            {
                await Task.Delay(RenewalInterval, _clock, released);
                if (await TryRenewAsync(released)) renewed = _clock.GetTimestamp();
                else if (_clock.GetElapsedTime(renewed) >= Period) break;
            }

            await _lost.CancelAsync();
        }
        catch (OperationCanceledException) when (released.IsCancellationRequested)
        {
        }
    }

    private async Task<bool> TryRenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _client.RenewAsync(cancellationToken: cancellationToken);
            return true;
        }
        catch (RequestFailedException)
        {
            return false;
        }
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await _client.ReleaseAsync();
        }
        catch (RequestFailedException)
        {
            // It runs out by itself.
        }
    }
}
