using FitServerless.Local.Host.Durable.Messages;

namespace FitServerless.Local.Host.Durable.Orchestrations;

internal static class History
{
    /// <summary>What an orchestration has called, scheduled or begun and not yet had the end of.</summary>
    public static IEnumerable<HubAction> OpenActions(IReadOnlyList<Turn> turns)
    {
        var ended = turns
            .SelectMany(turn => turn.Events)
            .Where(happened => happened.Kind is EventKind.TaskCompleted or EventKind.TaskFailed)
            .Select(happened => happened.TaskId)
            .ToHashSet();
        return turns.SelectMany(turn => turn.Actions).Where(action => !ended.Contains(action.TaskId));
    }
}
