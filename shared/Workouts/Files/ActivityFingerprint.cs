using System.Globalization;
using FitServerless.Workouts.Files.Xml;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files;

/// <summary>
/// What stays the same of a recording whichever format it comes in. Formats round differently (FIT to the second and the semicircle),
/// leave things out (GPX all samples without a position, TCX temperatures and most sports), and writers add totals and laps of their own.
/// So it is:
/// <list type="bullet">
/// <item>for a track: the second of the first and of the last position, and where these two are, in cells of 0.01° (1 km: two ways to round
/// a position, 1e-6° apart at most, fall into different cells once in 10,000 times);</item>
/// <item>indoors: the second of the first and of the last sample, and the greatest heart rate and power, as whole numbers.</item>
/// </list>
/// Two recordings of one person that start and end in the same seconds at the same places are taken for one: two devices on a handlebar
/// are hardly ever started and stopped so, and if they are, they did record the same ride.
/// </summary>
public static class ActivityFingerprint
{
    private const double CellsPerDegree = 100;

    public static string Of(ActivityFile activity)
    {
        var samples = activity.Samples;
        var first = samples.FirstPosition();
        if (first < 0)
            return Text("indoor", samples, 0, samples.Count - 1, Max(samples[Channel.Heartrate]), Max(samples[Channel.Power]));
        var last = samples.LastPosition();
        return Text(
            "track", samples, first, last,
            Cell(samples.Value(Channel.Latitude, first)), Cell(XmlOutput.East(samples.Value(Channel.Longitude, first))),
            Cell(samples.Value(Channel.Latitude, last)), Cell(XmlOutput.East(samples.Value(Channel.Longitude, last))));
    }

    private static string Text(string kind, MeasurementSeries samples, int first, int last, params int[] digest) => string.Create(
        CultureInfo.InvariantCulture, $"file:{kind}:{samples.Times[first] / 1000}:{samples.Times[last] / 1000}:{string.Join(',', digest)}");

    private static int Cell(double degrees) => (int)Math.Floor(degrees * CellsPerDegree);

    private static int Max(ReadOnlySpan<double> values)
    {
        var max = 0.0;
        foreach (var value in values)
            max = double.MaxNumber(max, value);
        return (int)Math.Round(max);
    }
}
