using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Durable.Storage;
using Microsoft.DurableTask;

namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>The messages that a turn sends.</summary>
internal sealed class OutgoingMessages(OrchestrationRecord instance, MessageKeys keys)
{
    private readonly List<HubMessage> _messages = [];

    public IReadOnlyList<HubMessage> Messages => _messages;

    public void AddFor(IEnumerable<HubAction> actions)
    {
        foreach (var action in actions)
        {
            if (EventFor(action) is { } sent) Add(action.Instance!, sent);
        }
    }

    public void Add(string target, HubEvent sent) => _messages.Add(new(target, keys.Next(), sent));

    /// <summary>Back to where they were, before all that came since.</summary>
    public void AddBack(IEnumerable<HubEvent> raised) =>
        _messages.AddRange(raised.Select(happened =>
            new HubMessage(instance.InstanceId, MessageKeys.SamePlace(happened.Key!, instance.Generation), happened)));

    /// <summary>Tells the parent, if there is one, how it ended.</summary>
    public void AddEnd(string? output, TaskFailureDetails? failure)
    {
        if (instance.Parent is not { } parent) return;
        Add(parent.Instance, new HubEvent(failure is null ? EventKind.TaskCompleted : EventKind.TaskFailed)
        {
            TaskId = parent.TaskId,
            Execution = parent.Execution,
            Data = failure is null ? output : null,
            Failure = failure,
        });
    }

    public void AddTerminations(IEnumerable<HubAction> open, HubEvent termination)
    {
        foreach (var child in open.Where(action => action.Kind == ActionKind.CallSubOrchestrator)) Add(child.Instance!, termination);
    }

    private HubEvent? EventFor(HubAction action)
    {
        var replyTo = new ReplyAddress(instance.InstanceId, instance.Name, action.TaskId, instance.ExecutionOfGeneration);
        return action.Kind switch
        {
            ActionKind.CallSubOrchestrator => new(EventKind.Started)
            {
                Name = action.Name,
                Data = action.Data,
                Execution = Guid.NewGuid().ToString("N"),
                ReplyTo = replyTo,
            },
            ActionKind.SendEvent => new(EventKind.EventRaised) { Name = action.Name, Data = action.Data },
            ActionKind.CallEntity => new(EventKind.Operation) { Name = action.Name, Data = action.Data, ReplyTo = replyTo },
            ActionKind.SignalEntity => new(EventKind.Operation) { Name = action.Name, Data = action.Data, DueAt = action.DueAt },
            ActionKind.LockEntities => new(EventKind.Lock) { Locks = action.Locks, ReplyTo = replyTo },
            ActionKind.UnlockEntity => new(EventKind.Unlock) { ReplyTo = replyTo },
            _ => null,
        };
    }
}
