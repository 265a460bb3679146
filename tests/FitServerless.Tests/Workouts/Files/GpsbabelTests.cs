using System.Globalization;
using FitServerless.Workouts.Files;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>gpsbabel reads what we write. It knows only points with a position.</summary>
public sealed class GpsbabelTests
{
    /// <summary>Nobody's laptop has to have it, but the build has.</summary>
    private static readonly bool IsMissing = !Tool.IsInstalled("gpsbabel");

    [Theory]
    [InlineData(ActivityFormat.Fit, "garmin_fit", ".fit")]
    [InlineData(ActivityFormat.Tcx, "gtrnctr", ".tcx")]
    [InlineData(ActivityFormat.Gpx, "gpx", ".gpx")]
    public async Task Gpsbabel_reads_the_whole_ride(ActivityFormat format, string name, string extension)
    {
        if (IsMissing)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "The build needs gpsbabel: apt-get install gpsbabel.");
            return;
        }

        var ride = RoundTripTests.Ride();
        var csv = await Tool.OnFileAsync(ActivityFileWriter.Write(ride, format), extension, path =>
            Tool.RunAsync("gpsbabel", "-t", "-i", name, "-f", path, "-o", "unicsv,utc=0", "-F", "-"));
        Check(ride.Samples, format, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Check(MeasurementSeries samples, ActivityFormat format, string[] lines)
    {
        var names = lines[0].Trim().Split(',');
        Assert.Equal(samples.Count, lines.Length - 1);
        for (var row = 0; row < samples.Count; row++)
        {
            var point = names.Zip(lines[row + 1].Trim().Split(',')).ToDictionary(pair => pair.First, pair => pair.Second.Trim('"'));
            Assert.Equal(samples.Value(Channel.Latitude, row), Number(point["Latitude"]), 1e-6);
            Assert.Equal(samples.Value(Channel.Longitude, row), Number(point["Longitude"]), 1e-6);
            Assert.Equal(samples.Value(Channel.Heartrate, row), Number(point["Heartrate"]));
            // Of GPX it knows the power of Strava only, which no schema allows.
            if (format != ActivityFormat.Gpx)
                Assert.Equal(samples.Value(Channel.Power, row), Number(point["Power"]));
            var time = DateTimeOffset.Parse($"{point["Date"]} {point["Time"]}", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            Assert.Equal(samples.Times[row], time.ToUnixTimeMilliseconds());
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
