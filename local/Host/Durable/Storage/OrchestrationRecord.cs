using FitServerless.Local.Host.Durable.Messages;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FitServerless.Local.Host.Durable.Storage;

internal sealed record OrchestrationRecord(string InstanceId, string Name, string Execution)
{
    public OrchestrationRuntimeStatus Status { get; init; } = OrchestrationRuntimeStatus.Pending;

    public string? Input { get; init; }

    public string? Output { get; init; }

    public string? CustomStatus { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    public ReplyAddress? Parent { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether its start was dealt with. What continues as new or is suspended has begun.</summary>
    public bool HasBegun { get; init; }

    /// <summary>One more each time it continues as new, or is started again after its end.</summary>
    public int Generation { get; init; }

    /// <summary>The turns of this generation that are part of the history.</summary>
    public int Turns { get; init; }

    /// <summary>Null when it is not stored.</summary>
    public Stored? Stored { get; init; }

    public bool HasEnded => Status
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    /// <summary>What the results of this generation's tasks must name.</summary>
    public string ExecutionOfGeneration => $"{Execution}/{Generation}";
}
