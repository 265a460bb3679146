using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Chat;

/// <summary>What browsers tell each other to set up a call (an offer, an answer, a candidate); passed on and not looked into.</summary>
/// <param name="To">The one member it is for; <c>null</c> for all others.</param>
public sealed record CallSignal(long Number, string UserId, string? To, JsonElement Data)
{
    /// <summary>A room keeps its last ones only, in as many rows.</summary>
    public const int Kept = 64;

    /// <summary>Older ones belong to a call that has failed.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset Timestamp { get; init; }

    public bool IsFor(string userId) => userId != UserId && (To is null || To == userId);
}
