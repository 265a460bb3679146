using FitServerless.Local.Host.Durable.Storage;
using FitServerless.Local.Host.Durable.Work;
using FitServerless.Local.Host.Leases;

namespace FitServerless.Local.Host.Durable;

/// <summary>Works the hub for as long as this process holds its lease. While storage is away it waits for it.</summary>
internal sealed partial class DurableService(DurableHub hub, ILogger<DurableService> logger) : BackgroundService
{
    // The shortest lease there is: after a process was killed, the next one works within 17 s. The real provider takes 30 s and 10 s.
    private static readonly TimeSpan LeasePeriod = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AcquireInterval = TimeSpan.FromSeconds(2);

    // Less than the host gives all of its services to stop.
    private static readonly TimeSpan DrainPeriod = TimeSpan.FromSeconds(3);

    private readonly HubServices _services = hub.Services;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await HoldLeaseAndWorkAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                // Stopping, or the lease is lost and has to be won again.
            }
            catch (Exception exception)
            {
                LogNotWorking(exception, _services.Options.HubName);
                await Task.Delay(AcquireInterval, _services.Clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task HoldLeaseAndWorkAsync(CancellationToken stopping)
    {
        var client = await _services.Storage.GetLockAsync(stopping);
        await using var lease = await BlobLease.TryAcquireAsync(client, LeasePeriod, _services.Clock, stopping);
        if (lease is null)
        {
            await Task.Delay(AcquireInterval, _services.Clock, stopping);
            return;
        }

        using var working = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Lost);
        using var work = new HubWork(_services);
        using var abort = lease.Lost.Register(work.Abort);
        hub.Work = work;
        try
        {
            await TakeOverAsync(work, working.Token);
            await ReadNoticesAsync(work, working.Token);
        }
        finally
        {
            await work.StopAsync(DrainPeriod);
        }
    }

    private async Task TakeOverAsync(HubWork work, CancellationToken cancellation)
    {
        var rows = _services.Storage.Rows;
        await foreach (var row in _services.Instances.ReadUnfinishedAsync(cancellation))
        {
            if (row.RowKey == HubKeys.State) work.Wake(Rows.InstanceOf(row));
            else if (string.CompareOrdinal(row.RowKey, HubKeys.AfterInbox) < 0) work.Post(await rows.ToMessageAsync(row, cancellation));
            else Deliver(work, await rows.ToAsync<Outbox>(row, cancellation));
        }
    }

    private static void Deliver(HubWork work, Outbox outbox) => work.TryStart(() => work.DeliverAsync(outbox));

    // The message first, then the notice: of a notice read twice, the message is there no longer or is the same.
    private async Task ReadNoticesAsync(HubWork work, CancellationToken cancellation)
    {
        while (true)
        {
            foreach (var notice in await _services.Storage.ReadNoticesAsync(cancellation))
            {
                if (await _services.Storage.ReadMessageAsync(notice, cancellation) is { } message) work.Post(message);
                await _services.Storage.DeleteAsync(notice, cancellation);
            }

            await Task.Delay(_services.Options.PollingInterval, _services.Clock, cancellation);
        }
    }

    [LoggerMessage(LogLevel.Error, "The durable hub {Hub} cannot be worked yet; trying again")]
    private partial void LogNotWorking(Exception exception, string hub);
}
