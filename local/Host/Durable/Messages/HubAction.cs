namespace FitServerless.Local.Host.Durable.Messages;

/// <summary>Something an orchestration did, in the order of <see cref="TaskId"/>.</summary>
internal sealed record HubAction(ActionKind Kind)
{
    public int TaskId { get; init; }

    /// <summary>The activity, the orchestrator, the event or the operation.</summary>
    public string? Name { get; init; }

    /// <summary>Whom it concerns.</summary>
    public string? Instance { get; init; }

    public string? Data { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public IReadOnlyList<string>? Locks { get; init; }

    /// <summary>Whether a replay did what the history has. Times and inputs may differ, as the real check leaves them out too.</summary>
    public bool IsSameAs(HubAction other) => (Kind, TaskId, Name, Instance) == (other.Kind, other.TaskId, other.Name, other.Instance);

    public override string ToString() => $"{Kind} #{TaskId} {Name} {Instance}".TrimEnd();
}
