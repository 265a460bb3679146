using System.Text.Json;

namespace FitServerless.Workouts.Measurements;

/// <summary>Writes samples as rows (one object a time) or as columns (a third of the bytes).</summary>
public static class MeasurementWriter
{
    private static readonly JsonEncodedText Timestamp = JsonEncodedText.Encode("timestamp");

    public static void WriteRows(Utf8JsonWriter writer, MeasurementSeries series)
    {
        var channels = ChannelInfo.All.Where(info => series.Has(info.Channel)).ToArray();
        Span<byte> text = stackalloc byte[TimestampText.Length];
        writer.WriteStartArray();
        for (var row = 0; row < series.Count; row++)
        {
            writer.WriteStartObject();
            TimestampText.Format(series.Times[row], text);
            writer.WriteString(Timestamp, text);
            foreach (var info in channels)
            {
                if (series.Value(info.Channel, row) is var value && !double.IsNaN(value))
                    WriteNumber(writer, info.EncodedName, value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteColumns(Utf8JsonWriter writer, MeasurementSeries series)
    {
        writer.WriteStartObject();
        writer.WriteStartArray(Timestamp);
        Span<byte> text = stackalloc byte[TimestampText.Length];
        foreach (var time in series.Times)
        {
            TimestampText.Format(time, text);
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
        foreach (var info in ChannelInfo.All.Where(info => series.Has(info.Channel)))
            WriteColumn(writer, info, series[info.Channel]);
        writer.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter writer, ChannelInfo info, ReadOnlySpan<double> values)
    {
        writer.WriteStartArray(info.EncodedName);
        foreach (var value in values)
        {
            if (double.IsNaN(value))
                writer.WriteNullValue();
            else
                writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Most samples are whole numbers, which are several times cheaper to write than doubles.</summary>
    private static void WriteNumber(Utf8JsonWriter writer, JsonEncodedText name, double value)
    {
        if (value == (int)value)
            writer.WriteNumber(name, (int)value);
        else
            writer.WriteNumber(name, value);
    }
}
