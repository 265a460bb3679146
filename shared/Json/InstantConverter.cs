using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Json;

/// <summary>
/// A time on the wire: ISO 8601 (UTC unless it says otherwise) or epoch milliseconds in; ISO 8601 UTC with milliseconds out.
/// Kept to the millisecond, so that a time compares equal after a round trip.
/// </summary>
public sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    /// <summary>
    /// A device clock without a battery starts in 1970; what is past 2100 is no time of a workout and overflows other people's code.
    /// </summary>
    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <exception cref="JsonException">Not a time, or not between 1970 and 2100.</exception>
    public static DateTimeOffset Read(ref Utf8JsonReader reader)
    {
        var time = reader.TokenType switch
        {
            JsonTokenType.String => ReadText(ref reader),
            JsonTokenType.Number when reader.TryGetInt64(out var ms) && InRange(ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms),
            _ => throw new JsonException(),
        };
        return time >= Earliest && time < Latest ? Truncate(time) : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => Instants.Write(writer, value);

    private static DateTimeOffset ReadText(ref Utf8JsonReader reader)
    {
        if (!reader.TryGetDateTime(out var time))
            throw new JsonException();
        return new DateTimeOffset(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc));
    }

    private static bool InRange(long milliseconds) =>
        milliseconds >= Earliest.ToUnixTimeMilliseconds() && milliseconds < Latest.ToUnixTimeMilliseconds();

    private static DateTimeOffset Truncate(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
