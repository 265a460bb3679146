using Azure;
using FitServerless.Local.Host.Leases;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Timers;

/// <summary>Runs one timer on its schedule for as long as this process holds the timer's lease.</summary>
internal sealed partial class TimerListener(
    TimerFunction timer, TimerExecutor executor, TimerStorage storage, TimeProvider clock, ILogger logger)
{
    // What the real host asks for its listeners; also how often a process without the lease tries again.
    private static readonly TimeSpan LeasePeriod = TimeSpan.FromSeconds(60);

    // Task.Delay takes no more than 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(24);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(10);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Returns only when stopped: while storage is away the timer waits for it.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await HoldLeaseAndListenAsync(stopping);
            }
            catch (OperationCanceledException)
            {
                // Stopping, or the lease is lost and has to be won again.
            }
            catch (Exception exception)
            {
                LogNotListening(exception, timer.Function.Name);
                await Task.Delay(RetryInterval, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task HoldLeaseAndListenAsync(CancellationToken stopping)
    {
        var client = await storage.GetLockAsync(timer, stopping);
        await using var lease = await BlobLease.TryAcquireAsync(client, LeasePeriod, clock, stopping);
        if (lease is null)
        {
            await Task.Delay(LeasePeriod, clock, stopping);
            return;
        }

        using var listening = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Lost);
        await ListenAsync(listening.Token, stopping);
    }

    private async Task ListenAsync(CancellationToken listening, CancellationToken stopping)
    {
        var status = await StartAsync(listening);
        var isPastDue = timer.IsMonitored && status.Next < Now;
        if (!isPastDue && timer.RunsOnStartup) status = await FireAsync(status, isPastDue: false, stopping);
        while (true)
        {
            await WaitUntilAsync(status.Next, listening);
            status = await FireAsync(status, isPastDue, stopping);
            isPastDue = false;
        }
    }

    private async Task<ScheduleStatus> StartAsync(CancellationToken cancellationToken)
    {
        if (!timer.IsMonitored) return new() { Next = timer.Schedule.NextAfter(Now) };
        var stored = await storage.GetStatusAsync(timer, cancellationToken);
        var status = ScheduleReview.Of(stored, timer.Schedule, Now);
        if (status != stored) await storage.SetStatusAsync(timer, status, cancellationToken);
        return status;
    }

    private async Task WaitUntilAsync(DateTime time, CancellationToken cancellationToken)
    {
        for (var wait = time - Now; wait > TimeSpan.Zero; wait = time - Now)
            await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task<ScheduleStatus> FireAsync(ScheduleStatus status, bool isPastDue, CancellationToken stopping)
    {
        var now = Now;
        try
        {
            var info = new TimerInfo { ScheduleStatus = timer.IsMonitored ? status : null, IsPastDue = isPastDue };
            await executor.ExecuteAsync(info, stopping);
        }
        catch (Exception exception)
        {
            // A failed run is over as well: the schedule goes on.
            LogFailed(exception, timer.Function.Name);
        }

        var updated = new ScheduleStatus { Last = now, Next = timer.Schedule.NextAfter(now), LastUpdated = now };
        if (timer.IsMonitored) await TryStoreAsync(updated);
        return updated;
    }

    // Best effort, like the real host's: giving the listener up for it would make the run that just ended look missed.
    private async Task TryStoreAsync(ScheduleStatus status)
    {
        try
        {
            await storage.SetStatusAsync(timer, status, CancellationToken.None);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException)
        {
            LogNotStored(exception.Message, timer.Function.Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "The timer {Function} cannot listen yet and tries again")]
    private partial void LogNotListening(Exception exception, string function);

    [LoggerMessage(LogLevel.Error, "Storage does not answer ({Reason}); a restart may run {Function} once more")]
    private partial void LogNotStored(string reason, string function);

    [LoggerMessage(LogLevel.Error, "{Function} failed")]
    private partial void LogFailed(Exception exception, string function);
}
