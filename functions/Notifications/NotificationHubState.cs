namespace FitServerless.Functions.Notifications;

/// <summary>What the hub remembers.</summary>
public sealed record NotificationHubState
{
    /// <summary>Every notification up to this sequence is noted as delivered.</summary>
    public long DeliveredTo { get; init; }
}
