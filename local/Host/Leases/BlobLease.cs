using Azure;
using Azure.Storage.Blobs.Specialized;

namespace FitServerless.Local.Host.Leases;

/// <summary>A lease held and renewed until disposed of. <see cref="Lost"/> tells when another process may have taken it.</summary>
internal sealed class BlobLease : IAsyncDisposable
{
    // Three renewals a period. One may fail; after a second, at the latest 5/6 of the period on, a third would come too late.
    private const int RenewalsPerPeriod = 3;

    // What one may take, as a part of the period.
    private const int RenewalTimeouts = 12;

    private readonly BlobLeaseClient _client;
    private readonly TimeSpan _period;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _released = new();
    private readonly Task _renewals;

    private BlobLease(BlobLeaseClient client, TimeSpan period, TimeProvider clock)
    {
        _client = client;
        _period = period;
        _clock = clock;
        _renewals = RenewAsync(_released.Token);
    }

    public CancellationToken Lost => _lost.Token;

    /// <param name="period">15 to 60 seconds.</param>
    /// <returns>Null when another process holds it.</returns>
    public static async Task<BlobLease?> TryAcquireAsync(
        BlobLeaseClient client, TimeSpan period, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            await client.AcquireAsync(period, cancellationToken: cancellationToken);
            return new BlobLease(client, period, clock);
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
                await Task.Delay(_period / RenewalsPerPeriod, _clock, released);
                var asked = _clock.GetTimestamp();
                if (await TryRenewAsync(released)) renewed = asked;
                else if (_clock.GetElapsedTime(renewed) >= _period - (_period / RenewalsPerPeriod)) break;
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
        patience.CancelAfter(_period / RenewalTimeouts);
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
