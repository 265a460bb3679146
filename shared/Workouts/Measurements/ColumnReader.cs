using System.Text.Json;
using FitServerless.Json;

namespace FitServerless.Workouts.Measurements;

internal static class ColumnReader
{
    public static MeasurementSeries Read(ref Utf8JsonReader reader)
    {
        List<long>? times = null;
        var columns = new List<double>?[ChannelInfo.Count];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var channel = ChannelInfo.Find(ref reader);
            var isTime = channel is null && reader.ValueTextEquals("timestamp"u8);
            reader.Read();
            if (channel is not null ? columns[(int)channel.Channel] is not null : isTime && times is not null)
                throw new JsonException();
            if (channel is not null)
                columns[(int)channel.Channel] = ReadColumn(ref reader, (ref r) => MeasurementConverter.ReadValue(ref r, channel));
            else if (isTime)
                times = ReadColumn(ref reader, (ref r) => InstantConverter.Read(ref r).ToUnixTimeMilliseconds());
            else
                reader.Skip();
        }

        return Build(times ?? [], columns);
    }

    private delegate T ReadElement<T>(ref Utf8JsonReader reader);

    private static List<T> ReadColumn<T>(ref Utf8JsonReader reader, ReadElement<T> read)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException();
        var values = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (values.Count == MeasurementSeries.MaxRows)
                throw new JsonException();
            values.Add(read(ref reader));
        }

        return values;
    }

    private static MeasurementSeries Build(List<long> times, List<double>?[] columns)
    {
        // Columns of unequal length would pair values with the wrong times.
        if (columns.Any(column => column is not null && column.Count != times.Count))
            throw new JsonException();
        var builder = new SeriesBuilder(times.Count);
        for (var row = 0; row < times.Count; row++)
        {
            builder.AddRow(times[row]);
            for (var c = 0; c < columns.Length; c++)
            {
                if (columns[c] is { } column && !double.IsNaN(column[row]))
                    builder.Set((Channel)c, column[row]);
            }
        }

        return builder.Build();
    }
}
