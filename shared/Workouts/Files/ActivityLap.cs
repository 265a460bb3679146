using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Workouts.Files;

/// <summary>One lap, as the device summed it up.</summary>
public sealed record ActivityLap
{
    [JsonConverter(typeof(InstantConverter))]
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Without the pauses.</summary>
    public required double Seconds { get; init; }

    /// <summary>Metres.</summary>
    public double? Distance { get; init; }

    /// <summary>Kilocalories.</summary>
    public int? Calories { get; init; }

    public int? AvgHeartrate { get; init; }

    public int? MaxHeartrate { get; init; }

    public int? AvgCadence { get; init; }

    public int? AvgPower { get; init; }

    public int? MaxPower { get; init; }

    /// <summary>Metres per second.</summary>
    public double? MaxSpeed { get; init; }
}
