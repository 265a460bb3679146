using System.Text.Json.Serialization;

namespace FitServerless.Notifications;

/// <summary>What a notification is about. On the wire lower case with hyphens; storage keeps the member's own name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotificationKind>))]
public enum NotificationKind
{
    [JsonStringEnumMemberName("system")]
    System,

    [JsonStringEnumMemberName("chat-mention")]
    ChatMention,

    [JsonStringEnumMemberName("briefing")]
    Briefing,

    [JsonStringEnumMemberName("sync")]
    Sync,

    [JsonStringEnumMemberName("share")]
    Share,
}
