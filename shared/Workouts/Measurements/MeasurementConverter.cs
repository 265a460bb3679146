using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Workouts.Measurements;

/// <summary>
/// Samples on the wire. In: an array of rows, <c>[{"timestamp":…,"power":…},…]</c>, or an object of columns,
/// <c>{"timestamp":[…],"power":[…]}</c>. Out: see <see cref="MeasurementWriter"/>.
/// </summary>
public sealed class MeasurementConverter : JsonConverter<MeasurementSeries>
{
    /// <exception cref="JsonException">Another shape, too many rows, or a value out of its channel's range.</exception>
    public override MeasurementSeries Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.StartArray => RowReader.Read(ref reader),
            JsonTokenType.StartObject => ColumnReader.Read(ref reader),
            _ => throw new JsonException(),
        };

    public override void Write(Utf8JsonWriter writer, MeasurementSeries value, JsonSerializerOptions options) =>
        MeasurementWriter.WriteRows(writer, value);

    /// <summary>A number within the channel's range, <c>null</c> for none.</summary>
    internal static double ReadValue(ref Utf8JsonReader reader, ChannelInfo info)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return double.NaN;
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out var value) || !info.Accepts(value))
            throw new JsonException();
        return Decimals.Round(value, info.Decimals);
    }
}
