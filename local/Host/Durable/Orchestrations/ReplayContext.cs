using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>An orchestrator's context: it numbers and collects what the orchestrator does.</summary>
internal sealed class ReplayContext(OrchestrationRecord instance, DataConverter converter, ILoggerFactory logs, OrchestratorThread thread)
    : TaskOrchestrationContext
{
    // The wording of the real extension.
    public const string IllegalAwait =
        "An invalid asynchronous invocation was detected. This can be caused by awaiting non-durable tasks " +
        "in an orchestrator function's implementation or by middleware that invokes asynchronous code.";

    private readonly Dictionary<int, TaskCompletionSource<HubEvent>> _open = [];
    private readonly ExternalEvents _events = new(converter);
    private readonly DeterministicGuids _guids = new(instance.ExecutionOfGeneration);
    private ReplayEntities? _entities;
    private DateTimeOffset _now;
    private bool _isReplaying;
    private int _lastTask;
    private string? _customStatus = instance.CustomStatus;

    /// <summary>Of the current turn.</summary>
    public List<HubAction> Actions { get; private set; } = [];

    public IReadOnlySet<int> OpenTasks => _open.Keys.ToHashSet();

    public bool IsWaiting => _open.Count > 0 || _events.AreAwaited;

    public IReadOnlyList<HubEvent> UnclaimedEvents => _events.Unclaimed;

    public string? CustomStatus => _customStatus;

    /// <summary>What it continues with, once it was asked to.</summary>
    public ContinueAsNewOptions? Next { get; private set; }

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.InstanceId;

    public override ParentOrchestrationInstance? Parent =>
        instance.Parent is { } parent ? new(parent.Name, parent.Instance) : null;

    public override DateTime CurrentUtcDateTime => _now.UtcDateTime;

    public override bool IsReplaying => _isReplaying;

    public override TaskOrchestrationEntityFeature Entities => _entities ??= new(this, converter);

    protected override ILoggerFactory LoggerFactory => logs;

    public void BeginTurn(DateTimeOffset at, bool isReplaying)
    {
        _now = at;
        _isReplaying = isReplaying;
        Actions = [];
    }

    public void Handle(HubEvent happened)
    {
        if (happened.Kind == EventKind.EventRaised) _events.Raise(happened);
        else if (_open.Remove(happened.TaskId, out var task)) task.SetResult(happened);
    }

    /// <summary>As the orchestrator has ended: what it has locked, it holds no longer.</summary>
    public void ReleaseLocks() => _entities?.Release();

    /// <summary>Something that nothing comes back from.</summary>
    public void Do(HubAction action)
    {
        RefuseOtherThreads();
        Actions.Add(action with { TaskId = ++_lastTask });
    }

    /// <returns>The task's end: a failure is one, too.</returns>
    public Task<HubEvent> CallAsync(HubAction action, CancellationToken cancellation = default)
    {
        Do(action);
        var task = new TaskCompletionSource<HubEvent>();
        var id = _lastTask;
        _open.Add(id, task);
        cancellation.Register(() =>
        {
            if (_open.Remove(id)) task.SetCanceled(cancellation);
        });
        return task.Task;
    }

    public override T? GetInput<T>()
        where T : default
    {
        RefuseOtherThreads();
        return converter.Deserialize<T>(instance.Input);
    }

    public override Guid NewGuid()
    {
        RefuseOtherThreads();
        return _guids.Next();
    }

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        if (input is TaskOptions && options is null) throw new ArgumentException("Those are options, given as the input.", nameof(input));
        return Retries.RunAsync(this, options?.Retry, () => CallOnceAsync<TResult>(
            name, new HubAction(ActionKind.CallActivity) { Name = name.Name, Data = converter.Serialize(input) }));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        var id = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        HubMessages.RefuseEntity(id);
        return Retries.RunAsync(this, options?.Retry, () => CallOnceAsync<TResult>(
            orchestratorName,
            new HubAction(ActionKind.CallSubOrchestrator) { Name = orchestratorName.Name, Instance = id, Data = converter.Serialize(input) }));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken) =>
        CallAsync(new HubAction(ActionKind.CreateTimer) { DueAt = fireAt.ToUniversalTime() }, cancellationToken);

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        RefuseOtherThreads();
        return _events.WaitAsync<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        HubMessages.RefuseEntity(instanceId);
        Do(new HubAction(ActionKind.SendEvent) { Instance = instanceId, Name = eventName, Data = converter.Serialize(payload) });
    }

    public override void SetCustomStatus(object? customStatus)
    {
        RefuseOtherThreads();
        _customStatus = converter.Serialize(customStatus);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        RefuseOtherThreads();
        Next = new() { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents };
    }

    private async Task<T> CallOnceAsync<T>(TaskName name, HubAction action)
    {
        var end = await CallAsync(action);
        return end.Failure is { } failure
            ? throw new TaskFailedException(name.Name, end.TaskId, failure)
            : converter.Deserialize<T>(end.Data)!;
    }

    private void RefuseOtherThreads()
    {
        if (!thread.IsCurrent) throw new InvalidOperationException(IllegalAwait);
    }
}
