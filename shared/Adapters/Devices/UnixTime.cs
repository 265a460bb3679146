using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Adapters.Devices;

/// <summary>A time as a number, in the unit in which the device counts.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct UnixTime(DateTimeOffset At, UnixUnit Unit)
{
    /// <summary>In seconds the year 5138, in milliseconds March 1973: nobody's edits are from either.</summary>
    private const long LargestSeconds = 100_000_000_000;

    internal sealed class Converter : JsonConverter<UnixTime>
    {
        public override UnixTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) && Math.Abs(number) < LargestSeconds)
                return new UnixTime(DateTimeOffset.FromUnixTimeMilliseconds((long)(Math.Max(number, 0) * 1000)), UnixUnit.Seconds);
            return new UnixTime(InstantConverter.Read(ref reader), UnixUnit.Milliseconds);
        }

        public override void Write(Utf8JsonWriter writer, UnixTime value, JsonSerializerOptions options) => writer.WriteNumberValue(
            value.Unit == UnixUnit.Seconds ? value.At.ToUnixTimeSeconds() : value.At.ToUnixTimeMilliseconds());
    }
}
