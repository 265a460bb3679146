using FitServerless.Local.Host.Durable.Messages;

namespace FitServerless.Local.Host.Durable.Storage;

/// <summary>All that one step of an instance changes: it happens at once or not at all.</summary>
internal sealed class Commit
{
    public required string InstanceId { get; init; }

    /// <summary>The messages that this step has dealt with.</summary>
    public required IReadOnlyList<HubMessage> Consumed { get; init; }

    /// <summary>What is to be delivered once this is stored.</summary>
    public IReadOnlyList<HubMessage> Outgoing { get; init; } = [];

    /// <summary>Null leaves the stored one as it is; an empty one is deleted.</summary>
    public EntityRecord? Entity { get; init; }

    /// <summary>Null leaves the stored one as it is.</summary>
    public OrchestrationRecord? Orchestration { get; init; }

    public Turn? Turn { get; init; }

    /// <summary>The version that this one replaces.</summary>
    public Stored? Replaces => Entity?.Stored ?? Orchestration?.Stored;
}
