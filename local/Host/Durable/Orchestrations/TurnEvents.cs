using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Durable.Storage;
using FitServerless.Local.Host.Durable.Work;

namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>What of all that came concerns the orchestrator as it is now. The start is first, and once.</summary>
internal static class TurnEvents
{
    public static IReadOnlyList<HubEvent> For(OrchestrationRecord instance, Step next)
    {
        var events = next.Messages.Select(message => message.Event with { Key = message.Key }).Concat(next.Events).ToList();
        var start = events.Find(happened =>
            happened.Kind == EventKind.Started && instance.Turns == 0 && happened.Execution == instance.Execution);
        var others = events.Where(happened => happened.Kind switch
        {
            EventKind.EventRaised => true,
            EventKind.TaskCompleted or EventKind.TaskFailed => happened.Execution == instance.ExecutionOfGeneration,
            _ => false,
        });

        // The input is in the instance's row already.
        return start is null ? [.. others] : [new HubEvent(EventKind.Started), .. others];
    }
}
