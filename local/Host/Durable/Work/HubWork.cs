using Azure;
using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Durable.Storage;

namespace FitServerless.Local.Host.Durable.Work;

/// <summary>The work of a hub while this process is the one that does it.</summary>
internal sealed partial class HubWork : IDisposable
{
    private static readonly TimeSpan DeliveryInterval = TimeSpan.FromSeconds(1);

    // Task.Delay takes no more than 49 days.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(24);

    private readonly Actors _actors;
    private readonly RunningTasks _tasks = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborted = new();

    public HubWork(HubServices services)
    {
        Services = services;
        Logger = services.Logs.CreateLogger("DurableTask");
        _actors = new Actors(this);
    }

    public HubServices Services { get; }

    public HubStorage Storage => Services.Storage;

    public ILogger Logger { get; }

    /// <summary>No new step may begin.</summary>
    public bool IsStopping => _tasks.IsStopping;

    /// <summary>Nothing may go on: the time to finish is over, or another process may have taken the hub.</summary>
    public CancellationToken Aborted => _aborted.Token;

    public bool IsEarly(HubMessage message) => message.Event.DueAt > Services.Clock.GetUtcNow();

    public bool TryStart(Func<Task> run, bool isEnd = false) => _tasks.TryStart(run, isEnd);

    /// <summary>Takes a message that is stored to its instance, once it is due.</summary>
    public void Post(HubMessage message)
    {
        if (IsEarly(message)) _ = PostLaterAsync(message);
        else _actors.Post(message);
    }

    /// <summary>Lets an orchestration go on that an earlier owner has left in the middle.</summary>
    public void Wake(string instanceId) => _actors.Wake(instanceId);

    /// <summary>Until it succeeds or the work ends; then the next owner finds the messages in the outbox.</summary>
    public async Task DeliverAsync(Outbox? outbox)
    {
        while (outbox is not null)
        {
            try
            {
                foreach (var message in outbox.Messages) Post(await Storage.AddAsync(message, Aborted));
                await Storage.DeleteAsync(outbox, Aborted);
                return;
            }
            catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
            {
                // An earlier try got through.
                return;
            }
            catch (Exception exception) when (exception is RequestFailedException or AggregateException)
            {
                LogNotDelivered(Logger, exception.Message, outbox.InstanceId);
                await DelayAsync(DeliveryInterval);
                if (IsStopping) return;
            }
        }
    }

    /// <summary>Returns early when the work stops.</summary>
    public async Task DelayAsync(TimeSpan delay) =>
        await Task.Delay(delay, Services.Clock, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public async Task DelayUntilAsync(DateTimeOffset time, CancellationToken cancellation)
    {
        for (var wait = time - Services.Clock.GetUtcNow(); wait > TimeSpan.Zero; wait = time - Services.Clock.GetUtcNow())
            await Task.Delay(wait < LongestDelay ? wait : LongestDelay, Services.Clock, cancellation);
    }

    /// <summary>Another process may work now.</summary>
    public void Abort()
    {
        _tasks.Stop();
        _stopping.Cancel();
        _aborted.Cancel();
    }

    /// <summary>Waits for the steps that have begun, by the wall clock.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        _tasks.Stop();
        await _stopping.CancelAsync();
        await _tasks.WaitAsync(patience);
        await _aborted.CancelAsync();
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _aborted.Dispose();
    }

    private async Task PostLaterAsync(HubMessage message)
    {
        try
        {
            await DelayUntilAsync(message.Event.DueAt!.Value, Aborted);
            _actors.Post(message);
        }
        catch (OperationCanceledException)
        {
            // The next owner finds it in the inbox.
        }
    }

    [LoggerMessage(LogLevel.Error, "Storage does not answer ({Reason}); what {Instance} has sent waits in its outbox")]
    private static partial void LogNotDelivered(ILogger logger, string reason, string instance);
}
