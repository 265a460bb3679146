namespace FitServerless.Workouts.Measurements;

/// <summary>Distance and climb of a series.</summary>
internal static class TrackMath
{
    private const double EarthRadius = 6_371_008.8;

    private const long PauseMilliseconds = 30_000;

    /// <summary>Barometers waver by about a metre; a climb counts once it is above that.</summary>
    private const double ClimbThreshold = 2;

    /// <summary>Metres: from the distance channel, else from positions, else from speed.</summary>
    public static double? Distance(MeasurementSeries series)
    {
        if (series.Has(Channel.Distance))
            return Math.Round(Span(series[Channel.Distance]), 1);
        return Along(series) is { Length: > 0 } metres ? Math.Round(metres[^1], 1) : null;
    }

    /// <summary>
    /// Metres from the start at each row, never falling: by the distance channel, else from positions, else from speed. <c>null</c> without any.
    /// </summary>
    public static double[]? Along(MeasurementSeries series) => series switch
    {
        _ when series.Has(Channel.Distance) => AlongDistances(series[Channel.Distance]),
        _ when series.Has(Channel.Latitude) && series.Has(Channel.Longitude) => AlongPositions(series),
        _ when series.Has(Channel.Speed) => AlongSpeeds(series),
        _ => null,
    };

    public static int? Ascent(MeasurementSeries series)
    {
        if (!series.Has(Channel.Altitude))
            return null;
        double climbed = 0, reference = double.NaN;
        foreach (var altitude in series[Channel.Altitude])
        {
            if (double.IsNaN(altitude))
                continue;
            if (altitude - reference >= ClimbThreshold)
                climbed += altitude - reference;
            // Follows every descent, but a climb only once it counts.
            if (double.IsNaN(reference) || altitude < reference || altitude - reference >= ClimbThreshold)
                reference = altitude;
        }

        return (int)Math.Round(climbed);
    }

    private static double Span(ReadOnlySpan<double> values)
    {
        double min = double.NaN, max = double.NaN;
        foreach (var value in values)
            (min, max) = (double.MinNumber(min, value), double.MaxNumber(max, value));
        return max - min;
    }

    private static double[] AlongDistances(ReadOnlySpan<double> distances)
    {
        var metres = new double[distances.Length];
        double first = double.NaN, last = 0;
        for (var row = 0; row < metres.Length; row++)
        {
            if (double.IsNaN(first))
                first = distances[row];
            metres[row] = last = double.MaxNumber(last, distances[row] - first);
        }

        return metres;
    }

    private static double[] AlongPositions(MeasurementSeries series)
    {
        var metres = new double[series.Count];
        double sum = 0, lastLatitude = double.NaN, lastLongitude = double.NaN;
        for (var row = 0; row < series.Count; row++)
        {
            var (latitude, longitude) = (series.Value(Channel.Latitude, row), series.Value(Channel.Longitude, row));
            if (!double.IsNaN(latitude) && !double.IsNaN(longitude))
            {
                if (!double.IsNaN(lastLatitude))
                    sum += Haversine(lastLatitude, lastLongitude, latitude, longitude);
                (lastLatitude, lastLongitude) = (latitude, longitude);
            }

            metres[row] = sum;
        }

        return metres;
    }

    private static double[] AlongSpeeds(MeasurementSeries series)
    {
        var metres = new double[series.Count];
        for (var row = 1; row < series.Count; row++)
        {
            var gap = series.Times[row] - series.Times[row - 1];
            var speed = series.Value(Channel.Speed, row - 1);
            metres[row] = metres[row - 1] + (gap > PauseMilliseconds || double.IsNaN(speed) ? 0 : speed * gap / 1000);
        }

        return metres;
    }

    private static double Haversine(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var (phi1, phi2) = (double.DegreesToRadians(latitude1), double.DegreesToRadians(latitude2));
        var (dPhi, dLambda) = (phi2 - phi1, double.DegreesToRadians(longitude2 - longitude1));
        var a = Math.Pow(Math.Sin(dPhi / 2), 2) + (Math.Cos(phi1) * Math.Cos(phi2) * Math.Pow(Math.Sin(dLambda / 2), 2));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}
