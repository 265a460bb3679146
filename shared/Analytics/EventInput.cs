using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Analytics;

/// <summary>An event as a client sends it; <see cref="EventRules"/> says what it must be.</summary>
public sealed record EventInput
{
    public string? Id { get; init; }

    public string? Type { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset At { get; init; }

    public string? TrainerId { get; init; }

    public double? Value { get; init; }

    public JsonElement? Data { get; init; }
}
