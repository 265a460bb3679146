using System.Text.Json;

namespace FitServerless.Workouts.Measurements;

/// <summary>A channel's name on the wire, its plausible range, and the decimals kept of it: at least what FIT devices record.</summary>
/// <param name="Decimals">Values are rounded to these; a column with fewer is stored with fewer.</param>
public sealed record ChannelInfo(Channel Channel, string Name, double Min, double Max, int Decimals)
{
    public static readonly IReadOnlyList<ChannelInfo> All =
    [
        new(Channel.Power, "power", 0, 10_000, 1),              // W
        new(Channel.Heartrate, "heartrate", 0, 300, 1),         // 1/min
        new(Channel.Cadence, "cadence", 0, 500, 1),             // 1/min
        new(Channel.Speed, "speed", 0, 500, 3),                 // m/s
        new(Channel.Distance, "distance", 0, 10_000_000, 2),    // m
        new(Channel.Latitude, "latitude", -90, 90, 7),          // 1e-7° is 1 cm; FIT's semicircles are 0.9 cm
        new(Channel.Longitude, "longitude", -180, 180, 7),
        new(Channel.Altitude, "altitude", -1_000, 20_000, 2),   // m
        new(Channel.Temperature, "temperature", -100, 100, 2),  // °C
    ];

    public static int Count => All.Count;

    public JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(Name);

    /// <summary>False for what no device measures, and for NaN.</summary>
    public bool Accepts(double value) => value >= Min && value <= Max;

    public static ChannelInfo? Find(ref readonly Utf8JsonReader reader)
    {
        foreach (var info in All)
        {
            if (reader.ValueTextEquals(info.EncodedName.EncodedUtf8Bytes))
                return info;
        }

        return null;
    }
}
