using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Chat;

/// <summary>A message at its place in the room's one order.</summary>
/// <param name="Id">Of the sender's choosing, and theirs alone: two members may use the same.</param>
public sealed record ChatMessage(string Id, long Sequence, string UserId, string UserName, string Content)
{
    /// <summary>The sender of what the room itself says; no account has this id.</summary>
    public const string System = "system";

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset Timestamp { get; init; }

    public static ChatMessage FromRoom(long sequence, string content, DateTimeOffset now) =>
        new($"{System}-{sequence}", sequence, System, "", content) { Timestamp = now };
}
