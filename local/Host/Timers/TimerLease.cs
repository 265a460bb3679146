using Azure;
using Azure.Storage.Blobs.Specialized;

namespace FitServerless.Local.Host.Timers;

/// <summary>A lease held and renewed until disposed of. <see cref="Lost"/> tells when another process may have taken it.</summary>
internal sealed class TimerLease : IAsyncDisposable
{
    /// <summary>What the real host asks for its listeners; also how often a process without the lease tries again.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(60);

    // One renewal may fail. After a second, 50 s on at the latest, a third would come too late.
    private static readonly TimeSpan RenewalInterval = Period / 3;
    private static readonly TimeSpan RenewalTimeout = TimeSpan.FromSeconds(5);

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
                var asked = _clock.GetTimestamp();
                if (await TryRenewAsync(released)) renewed = asked;
                else if (_clock.GetElapsedTime(renewed) >= Period - RenewalInterval) break;
            }

            await _lost.CancelAsync();
        }
        catch (OperationCanceledException) when (released.IsCancellationRequested)
        {
        }
    }

    private async Task<bool> TryRenewAsync(CancellationToken released)
    {
        // By the wall clock, like everything about the network.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(released);
        patience.CancelAfter(RenewalTimeout);
        try
        {
            await _client.RenewAsync(cancellationToken: patience.Token);
            return true;
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException
            || (exception is OperationCanceledException && !released.IsCancellationRequested))
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
        catch (Exception exception) when (exception is RequestFailedException or AggregateException)
        {
            // It runs out by itself.
        }
    }
}
