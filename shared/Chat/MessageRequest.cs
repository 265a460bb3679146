using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Chat;

/// <summary>A message to be posted.</summary>
public sealed record MessageRequest(string? Content)
{
    /// <summary>The sender's own; the server mints one when there is none.</summary>
    [JsonConverter(typeof(ClientIdConverter))]
    public string? Id { get; init; }
}
