using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Durable.Storage;
using FitServerless.Local.Host.Durable.Work;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FitServerless.Local.Host.Durable.Orchestrations;

internal sealed class OrchestrationActor(string instanceId, HubWork hub, Slots slots, Slots activitySlots)
    : Actor(instanceId, hub, slots)
{
    private OrchestrationRecord? _instance;
    private List<Turn> _history = [];
    private OpenTasks? _openTasks;
    private bool _isLoaded;

    protected override bool HasPlans => _openTasks?.Any == true;

    protected override bool TakesEvents => _instance?.Status != OrchestrationRuntimeStatus.Suspended;

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        if (_isLoaded) return;
        var instances = Hub.Services.Instances;
        _instance = await instances.ReadOrchestrationAsync(InstanceId, cancellation);
        if (_instance is { HasEnded: false })
        {
            await instances.DeleteOldTurnsAsync(_instance, cancellation);
            _history = await instances.ReadHistoryAsync(_instance, cancellation);
            GoOn(History.OpenActions(_history));
        }

        _isLoaded = true;
    }

    protected override void Forget() => _isLoaded = false;

    protected override IReadOnlyList<HubMessage> Select(IEnumerable<HubMessage> inbox)
    {
        var next = inbox.ToList();
        if (_instance is { Status: OrchestrationRuntimeStatus.Suspended }) next.RemoveAll(message => !MaySuspendedHandle(message));
        else if (_instance is { HasBegun: false } && !next.Exists(IsStart)) next.RemoveAll(message => !IsControl(message));
        return next is [var first, ..] && IsControl(first)
            ? [first]
            : [.. next.TakeWhile(message => !IsControl(message)).OrderByDescending(IsStart).Take(CommitWriter.MostMessages)];
    }

    protected override Task ProcessAsync(Step next, CancellationToken cancellation)
    {
        var now = Hub.Services.Clock.GetUtcNow();
        var instance = _instance.StartUnlessThere(InstanceId, next.Messages, now);
        if (instance is null or { HasEnded: true }) return StoreAsync(new Commit { InstanceId = InstanceId, Consumed = next.Messages }, cancellation);
        return next.Messages is [var control] && IsControl(control)
            ? ControlAsync(instance, next, control.Event, now, cancellation)
            : TakeTurnAsync(instance, next, now, cancellation);
    }

    private static bool IsControl(HubMessage message) =>
        message.Event.Kind is EventKind.Terminated or EventKind.Suspended or EventKind.Resumed;

    private static bool IsStart(HubMessage message) => message.Event.Kind == EventKind.Started;

    private static bool MaySuspendedHandle(HubMessage message) => message.Event.Kind is EventKind.Terminated or EventKind.Resumed;

    private async Task ControlAsync(
        OrchestrationRecord instance, Step next, HubEvent control, DateTimeOffset now, CancellationToken cancellation)
    {
        var outgoing = new OutgoingMessages(instance, Hub.Services.Keys);
        if (control.Kind == EventKind.Terminated)
        {
            outgoing.AddEnd(null, new TaskFailureDetails("Terminated", $"'{InstanceId}' was terminated.", null, null, null));
            if (control.IsRecursive) outgoing.AddTerminations(History.OpenActions(_history), control);
        }

        var commit = new Commit
        {
            InstanceId = InstanceId,
            Consumed = next.Messages,
            Outgoing = outgoing.Messages,
            Orchestration = instance.After(control, now),
        };
        await StoreAsync(commit, cancellation);
    }

    private async Task TakeTurnAsync(OrchestrationRecord instance, Step next, DateTimeOffset now, CancellationToken cancellation)
    {
        var turn = new Turn(now, TurnEvents.For(instance, next), []);
        if (turn.Events.Count == 0)
        {
            await StoreAsync(new Commit { InstanceId = InstanceId, Consumed = next.Messages }, cancellation);
            return;
        }

        var result = await Hub.Services.Orchestrations.RunAsync(instance, _history, turn, cancellation);
        turn = turn with { Actions = result.Actions };
        var updated = instance.After(result, now);
        var outgoing = new OutgoingMessages(instance, Hub.Services.Keys);
        outgoing.AddFor(result.Actions);
        outgoing.AddBack(result.Carried);
        if (updated.HasEnded) outgoing.AddEnd(updated.Output, updated.Failure);
        await StoreAsync(
            new Commit
            {
                InstanceId = InstanceId,
                Consumed = next.Messages,
                Outgoing = outgoing.Messages,
                Orchestration = updated,
                Turn = result.Outcome == TurnOutcome.ContinuedAsNew ? null : turn,
            },
            cancellation);
        await GoOnAfterAsync(turn, result);
    }

    private async Task StoreAsync(Commit commit, CancellationToken cancellation)
    {
        var committed = await Hub.Services.Commits.WriteAsync(commit, cancellation);
        if (commit.Orchestration is { } updated)
        {
            _instance = updated with { Stored = committed.Stored };
            if (updated.HasEnded) End();
            Hub.Services.Watch.Announce(InstanceId);
        }

        await Hub.DeliverAsync(committed.Outbox);
    }

    private async Task GoOnAfterAsync(Turn turn, TurnResult result)
    {
        if (result.Outcome == TurnOutcome.ContinuedAsNew)
        {
            _history = [];
            await Hub.Services.Instances.DeleteOldTurnsAsync(_instance!, Hub.Aborted);
            GoOn([]);
        }
        else if (result.Outcome == TurnOutcome.Waiting)
        {
            _history.Add(turn);
            GoOn(turn.Actions.Where(action => action.Kind != ActionKind.CreateTimer || result.OpenTasks.Contains(action.TaskId)));
        }
    }

    private void GoOn(IEnumerable<HubAction> actions)
    {
        var instance = _instance!;
        if (_openTasks?.Execution != instance.ExecutionOfGeneration)
        {
            _openTasks?.End();
            _openTasks = new OpenTasks(instance, Hub, activitySlots, Post);
        }

        _openTasks.Begin(actions);
        if (instance is { HasBegun: true, Turns: 0 }) Post(new HubEvent(EventKind.Started) { Execution = instance.Execution });
    }

    // Clients may start or purge it now, so the next message looks at what is stored.
    private void End()
    {
        _openTasks?.End();
        (_openTasks, _history, _isLoaded) = (null, [], false);
    }
}
