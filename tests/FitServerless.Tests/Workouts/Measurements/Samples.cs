using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Measurements;

/// <summary>Series to test with, written as short as they read.</summary>
internal static class Samples
{
    /// <summary>2025-01-01T06:00:00Z in epoch milliseconds.</summary>
    public const long Start = 1_735_711_200_000;

    /// <summary>One value a second.</summary>
    public static MeasurementSeries Of(Channel channel, params double[] values) => At(channel, [.. values.Select((value, i) => ((double)i, value))]);

    /// <summary>Values at seconds after <see cref="Start"/>.</summary>
    public static MeasurementSeries At(Channel channel, params (double Second, double Value)[] rows)
    {
        var builder = new SeriesBuilder();
        foreach (var (second, value) in rows)
        {
            builder.AddRow(Start + (long)(second * 1000));
            builder.Set(channel, value);
        }

        return builder.Build();
    }

    /// <summary>One row at the start.</summary>
    public static MeasurementSeries Row(params (Channel Channel, double Value)[] values) => RowAt(0, values);

    public static MeasurementSeries RowAt(double second, params (Channel Channel, double Value)[] values)
    {
        var builder = new SeriesBuilder();
        builder.AddRow(Start + (long)(second * 1000));
        foreach (var (channel, value) in values)
            builder.Set(channel, value);
        return builder.Build();
    }

    public static MeasurementSeries Positions(params (double Latitude, double Longitude)[] track)
    {
        var builder = new SeriesBuilder();
        for (var i = 0; i < track.Length; i++)
        {
            builder.AddRow(Start + (i * 1000));
            builder.Set(Channel.Latitude, track[i].Latitude);
            builder.Set(Channel.Longitude, track[i].Longitude);
        }

        return builder.Build();
    }
}
