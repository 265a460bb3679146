using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Coach.Conversations;

/// <summary>A message and its reply.</summary>
/// <param name="Number">From 1, in order.</param>
/// <param name="MessageId">The client's; the same one sent again has the same reply.</param>
/// <param name="Model">Which model wrote the reply; <c>null</c> for the rules.</param>
public sealed record Turn(int Number, string MessageId, string Text, string Reply, string? Model)
{
    public bool AiPowered => Model is not null;

    [JsonConverter(typeof(InstantConverter))]
    public required DateTimeOffset At { get; init; }
}
