using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Workouts.Files;

/// <summary>A stretch in which the timer stood still.</summary>
public sealed record ActivityPause(
    [property: JsonConverter(typeof(InstantConverter))] DateTimeOffset From,
    [property: JsonConverter(typeof(InstantConverter))] DateTimeOffset To);
