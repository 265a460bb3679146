using System.Text.Json;
using FitServerless.Json;

namespace FitServerless.Workouts.Measurements;

internal static class RowReader
{
    public static MeasurementSeries Read(ref Utf8JsonReader reader)
    {
        var builder = new SeriesBuilder();
        var row = new double[ChannelInfo.Count];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (builder.Count == MeasurementSeries.MaxRows)
                throw new JsonException();
            builder.AddRow(ReadRow(ref reader, row));
            for (var c = 0; c < row.Length; c++)
            {
                if (!double.IsNaN(row[c]))
                    builder.Set((Channel)c, row[c]);
            }
        }

        return builder.Build();
    }

    /// <summary>The row's time; its values into <paramref name="row"/>. Unknown members are skipped.</summary>
    private static long ReadRow(ref Utf8JsonReader reader, Span<double> row)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
        long? time = null;
        row.Fill(double.NaN);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var channel = ChannelInfo.Find(ref reader);
            var isTime = channel is null && reader.ValueTextEquals("timestamp"u8);
            reader.Read();
            if (channel is not null)
                Set(ref row[(int)channel.Channel], MeasurementConverter.ReadValue(ref reader, channel));
            else if (isTime)
                time = time is null ? InstantConverter.Read(ref reader).ToUnixTimeMilliseconds() : throw new JsonException();
            else
                reader.Skip();
        }

        return time ?? throw new JsonException();
    }

    /// <summary>Two values for one member would be a guess.</summary>
    private static void Set(ref double value, double read) => value = double.IsNaN(value) ? read : throw new JsonException();
}
