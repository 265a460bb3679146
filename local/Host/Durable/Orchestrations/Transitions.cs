using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Durable.Storage;
using Microsoft.DurableTask.Client;

namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>How an orchestration gets from one state to the next.</summary>
internal static class Transitions
{
    /// <param name="ended">The one of the same id before, which this one replaces.</param>
    public static OrchestrationRecord Start(string instanceId, HubEvent start, OrchestrationRecord? ended, DateTimeOffset now) =>
        new(instanceId, start.Name!, start.Execution!)
        {
            Input = start.Data,
            Parent = start.ReplyTo,
            Tags = start.Tags,
            CreatedAt = now,
            UpdatedAt = now,
            Generation = ended is null ? 0 : ended.Generation + 1,
            Stored = ended?.Stored,
        };

    /// <returns>
    /// The instance, new or anew when the messages start it; null when there is none. A start delivered twice starts nothing anew.
    /// </returns>
    public static OrchestrationRecord? StartUnlessThere(
        this OrchestrationRecord? instance, string instanceId, IEnumerable<HubMessage> messages, DateTimeOffset now)
    {
        if (instance is { HasEnded: false }) return instance;
        var start = messages
            .Select(message => message.Event)
            .FirstOrDefault(happened => happened.Kind == EventKind.Started && happened.Execution != instance?.Execution);
        return start is null ? instance : Start(instanceId, start, instance, now);
    }

    public static OrchestrationRecord After(this OrchestrationRecord instance, TurnResult turn, DateTimeOffset now)
    {
        var next = instance with { UpdatedAt = now, CustomStatus = turn.CustomStatus, HasBegun = true };
        return turn.Outcome switch
        {
            TurnOutcome.Completed => next.OneTurnOn(OrchestrationRuntimeStatus.Completed) with { Output = turn.Data },
            TurnOutcome.Failed => next.OneTurnOn(OrchestrationRuntimeStatus.Failed) with { Failure = turn.Failure },
            TurnOutcome.ContinuedAsNew => next with
            {
                Status = OrchestrationRuntimeStatus.Running,
                Input = turn.Data,
                Generation = instance.Generation + 1,
                Turns = 0,
            },
            _ => next.OneTurnOn(OrchestrationRuntimeStatus.Running),
        };
    }

    public static OrchestrationRecord After(this OrchestrationRecord instance, HubEvent control, DateTimeOffset now)
    {
        var next = instance with { UpdatedAt = now };
        return control.Kind switch
        {
            EventKind.Terminated => next with { Status = OrchestrationRuntimeStatus.Terminated, Output = control.Data },
            EventKind.Suspended => next with { Status = OrchestrationRuntimeStatus.Suspended },
            _ => next with { Status = instance.HasBegun ? OrchestrationRuntimeStatus.Running : OrchestrationRuntimeStatus.Pending },
        };
    }

    private static OrchestrationRecord OneTurnOn(this OrchestrationRecord instance, OrchestrationRuntimeStatus status) =>
        instance with { Status = status, Turns = instance.Turns + 1 };
}
