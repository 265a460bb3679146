using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Live;

namespace FitServerless.Notifications;

/// <summary>A notification in a user's inbox.</summary>
public sealed record Notification : ILiveEvent
{
    public required string Id { get; init; }

    /// <summary>Its place among the user's notifications, counted from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    public required NotificationKind Kind { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    public JsonElement? Data { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a device first got it.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When the user first said that they have read it.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    [JsonIgnore]
    public long Cursor => Sequence;
}
