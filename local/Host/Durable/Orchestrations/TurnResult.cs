using FitServerless.Local.Host.Durable.Messages;
using Microsoft.DurableTask;

namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>What an orchestration did in its newest turn.</summary>
internal sealed record TurnResult(TurnOutcome Outcome, IReadOnlyList<HubAction> Actions)
{
    /// <summary>The output, or the input that it continues with; serialized.</summary>
    public string? Data { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    public string? CustomStatus { get; init; }

    /// <summary>Tasks still waited for. A timer that is not among them was cancelled.</summary>
    public IReadOnlySet<int> OpenTasks { get; init; } = new HashSet<int>();

    /// <summary>Events for the execution that comes after this one.</summary>
    public IReadOnlyList<HubEvent> Carried { get; init; } = [];
}
