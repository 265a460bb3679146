using Azure;
using FitServerless.Local.Host.Durable.Messages;

namespace FitServerless.Local.Host.Durable.Work;

/// <summary>
/// An instance in the process that works the hub. It does one thing at a time, and whatever goes wrong with storage it starts again from
/// what is stored.
/// </summary>
internal abstract partial class Actor(string instanceId, HubWork work, Slots slots)
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, HubMessage> _inbox = new(StringComparer.Ordinal);
    private readonly List<HubEvent> _events = [];
    private bool _isRunning;

    public string InstanceId => instanceId;

    /// <summary>Whether nothing would be lost by forgetting it.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock) return !_isRunning && _inbox.Count == 0 && _events.Count == 0 && !HasPlans;
        }
    }

    /// <summary>Whether something will happen by itself.</summary>
    protected virtual bool HasPlans => false;

    /// <summary>Whether events of this process may be dealt with now.</summary>
    protected virtual bool TakesEvents => true;

    protected HubWork Hub => work;

    public void Post(HubMessage message)
    {
        lock (_lock)
        {
            _inbox[message.Key] = message;
            StartUnlessRunning();
        }
    }

    public void Post(HubEvent @event)
    {
        lock (_lock)
        {
            _events.Add(@event);
            StartUnlessRunning(isEnd: true);
        }
    }

    /// <summary>Lets it look what there is to do.</summary>
    public void Wake()
    {
        lock (_lock) StartUnlessRunning();
    }

    /// <summary>Reads what is stored, unless it is known.</summary>
    protected abstract Task LoadAsync(CancellationToken cancellation);

    /// <summary>After this, <see cref="LoadAsync"/> reads anew.</summary>
    protected abstract void Forget();

    /// <summary>The messages, in the order they came, that can be dealt with next in one go.</summary>
    protected abstract IReadOnlyList<HubMessage> Select(IEnumerable<HubMessage> inbox);

    protected abstract Task ProcessAsync(Step next, CancellationToken cancellation);

    private void StartUnlessRunning(bool isEnd = false)
    {
        if (!_isRunning) _isRunning = work.TryStart(RunAsync, isEnd);
    }

    private async Task RunAsync()
    {
        Step? next = null;
        while (true)
        {
            await slots.TakeAsync();
            try
            {
                await LoadAsync(work.Aborted);
                next = Take();
                if (next is null) return;
                await ProcessAsync(next, work.Aborted);
                if (!HasMoreAfter(next)) return;
                next = null;
            }
            catch (Exception exception)
            {
                if (work.IsStopping) return;
                await StartAgainAsync(exception, next);
            }
            finally
            {
                slots.Free();
            }
        }
    }

    // Null when there is nothing to do, or no time left to do it.
    private Step? Take()
    {
        lock (_lock)
        {
            var next = new Step(Select(_inbox.Values), TakesEvents ? [.. _events] : []);
            if (work.IsStopping) next = next with { Messages = [] };
            if (!next.IsEmpty) return next;
            _isRunning = false;
            return null;
        }
    }

    private bool HasMoreAfter(Step done)
    {
        lock (_lock)
        {
            foreach (var message in done.Messages) _inbox.Remove(message.Key);
            _events.RemoveRange(0, done.Events.Count);
            return _isRunning = _inbox.Count > 0 || _events.Count > 0;
        }
    }

    private async Task StartAgainAsync(Exception exception, Step? failed)
    {
        Forget();
        LogFailed(work.Logger, exception, instanceId);
        await work.DelayAsync(RetryInterval);
        try
        {
            await ReadInboxAsync(failed);
        }
        catch (Exception again) when (again is RequestFailedException or AggregateException or OperationCanceledException)
        {
            // Then the next step fails as well.
        }
    }

    // The transaction may have been made all the same, its answer lost: then the messages are gone.
    private async Task ReadInboxAsync(Step? failed)
    {
        var stored = await work.Storage.ReadInboxAsync(instanceId, work.Aborted);
        lock (_lock)
        {
            foreach (var message in failed?.Messages ?? []) _inbox.Remove(message.Key);
            foreach (var message in stored.Where(message => !work.IsEarly(message))) _inbox[message.Key] = message;
        }
    }

    [LoggerMessage(LogLevel.Error, "The instance {Instance} cannot go on yet and tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception, string instance);
}
