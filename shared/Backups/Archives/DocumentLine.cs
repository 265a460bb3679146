using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Json;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Backups.Archives;

/// <summary>A line of <c>collections/{collection}/…</c>.</summary>
internal sealed record DocumentLine
{
    public required string Id { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonConverter(typeof(FreeJsonConverter))]
    public required JsonElement Data { get; init; }

    /// <summary>What the server made out of a workout's measurements and its file.</summary>
    [JsonConverter(typeof(FreeJsonConverter))]
    public JsonElement? Facts { get; init; }

    public MeasurementSeries? Measurements { get; init; }
}
