using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files;

internal static class SeriesPositions
{
    public static bool HasPosition(this MeasurementSeries samples, int row) =>
        !double.IsNaN(samples.Value(Channel.Latitude, row)) && !double.IsNaN(samples.Value(Channel.Longitude, row));

    /// <summary>The first row that has a position; -1 for none.</summary>
    public static int FirstPosition(this MeasurementSeries samples)
    {
        for (var row = 0; row < samples.Count; row++)
        {
            if (samples.HasPosition(row))
                return row;
        }

        return -1;
    }

    /// <summary>The last row that has a position; -1 for none.</summary>
    public static int LastPosition(this MeasurementSeries samples)
    {
        var row = samples.Count - 1;
        while (row >= 0 && !samples.HasPosition(row))
            row--;
        return row;
    }
}
