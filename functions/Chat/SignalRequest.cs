using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Functions.Chat;

/// <param name="To">A member's id; all others when there is none.</param>
public sealed record SignalRequest(string? To)
{
    [JsonConverter(typeof(FreeJsonConverter))]
    public JsonElement Data { get; init; }
}
