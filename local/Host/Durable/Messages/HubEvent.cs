using Microsoft.DurableTask;

namespace FitServerless.Local.Host.Durable.Messages;

/// <summary>Something that happened to an instance. Which of the optional parts it has, its kind tells.</summary>
internal sealed record HubEvent(EventKind Kind)
{
    /// <summary>The orchestrator, the event or the operation.</summary>
    public string? Name { get; init; }

    /// <summary>Serialized input or result.</summary>
    public string? Data { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    /// <summary>The task that an orchestration waits for.</summary>
    public int TaskId { get; init; }

    /// <summary>The execution meant. A task's result is nothing to the execution that continued as new since.</summary>
    public string? Execution { get; init; }

    /// <summary>Who waits for the result: the parent, or the orchestration that calls or locks.</summary>
    public ReplyAddress? ReplyTo { get; init; }

    /// <summary>Not to be delivered before.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The entities still to be locked, in the order that keeps two orchestrations from waiting for each other.</summary>
    public IReadOnlyList<string>? Locks { get; init; }

    /// <summary>Of a raised event: its place in the inbox, which it gets back when the execution that had it continues as new.</summary>
    public string? Key { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Of a termination: the sub-orchestrations as well.</summary>
    public bool IsRecursive { get; init; }
}
