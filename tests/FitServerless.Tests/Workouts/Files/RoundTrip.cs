using FitServerless.Workouts.Files;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>Writes an activity in each format, reads it back, and holds it against the original as far as the format has a place for it.</summary>
internal static class RoundTrip
{
    /// <summary>The greatest error that a format's own rounding makes of a value.</summary>
    private static readonly Dictionary<(ActivityFormat, Channel), double> Tolerances = new()
    {
        [(ActivityFormat.Fit, Channel.Power)] = 0.5,
        [(ActivityFormat.Fit, Channel.Heartrate)] = 0.5,
        [(ActivityFormat.Fit, Channel.Altitude)] = 0.1,
        [(ActivityFormat.Fit, Channel.Temperature)] = 0.5,
        [(ActivityFormat.Fit, Channel.Latitude)] = 1e-7,
        [(ActivityFormat.Fit, Channel.Longitude)] = 1e-7,
        [(ActivityFormat.Tcx, Channel.Power)] = 0.5,
        [(ActivityFormat.Tcx, Channel.Heartrate)] = 0.5,
        [(ActivityFormat.Tcx, Channel.Cadence)] = 0.5,
        [(ActivityFormat.Gpx, Channel.Power)] = 0.5,
        [(ActivityFormat.Gpx, Channel.Heartrate)] = 0.5,
        [(ActivityFormat.Gpx, Channel.Cadence)] = 0.5,
    };

    public static void Check(ActivityFile activity)
    {
        foreach (var format in Enum.GetValues<ActivityFormat>())
        {
            if (!ActivityFileWriter.CanWrite(activity, format))
                continue;
            var read = ActivityFileReader.Read(ActivityFileWriter.Write(activity, format));
            Check(activity, Assert.Single(Assert.IsType<ActivityRead.Activities>(read).Files), format);
        }
    }

    private static void Check(ActivityFile before, ActivityFile after, ActivityFormat format)
    {
        var rows = RowsKept(before.Samples, format);
        Assert.Equal(rows.Select(row => Time(before.Samples.Times[row], format)), after.Samples.Times.ToArray());
        foreach (var info in ChannelInfo.All.Where(info => HasPlace(format, info.Channel)))
        {
            for (var i = 0; i < rows.Length; i++)
                CheckValue(before.Samples.Value(info.Channel, rows[i]), after.Samples.Value(info.Channel, i), format, info);
        }

        if (format != ActivityFormat.Gpx)
            CheckLaps(WholeLap.LapsOf(before), after.Laps, format);
    }

    /// <summary>FIT has one a second, GPX those with a position, TCX all but those that have nothing it could write.</summary>
    private static int[] RowsKept(MeasurementSeries samples, ActivityFormat format)
    {
        var rows = Enumerable.Range(0, samples.Count).ToArray();
        return format switch
        {
            ActivityFormat.Fit => [.. rows.Where(row => row == 0 || samples.Times[row] / 1000 != samples.Times[row - 1] / 1000)],
            ActivityFormat.Gpx => [.. rows.Where(samples.HasPosition)],
            _ => [.. rows.Where(row => samples.HasPosition(row) || ChannelInfo.All.Any(info =>
                HasPlace(format, info.Channel) && info.Channel is not (Channel.Latitude or Channel.Longitude) && !double.IsNaN(samples.Value(info.Channel, row))))],
        };
    }

    private static long Time(long time, ActivityFormat format) => format == ActivityFormat.Fit ? time / 1000 * 1000 : time;

    private static bool HasPlace(ActivityFormat format, Channel channel) => format switch
    {
        ActivityFormat.Tcx => channel != Channel.Temperature,
        ActivityFormat.Gpx => channel != Channel.Distance,
        _ => true,
    };

    private static void CheckValue(double before, double after, ActivityFormat format, ChannelInfo info)
    {
        if (double.IsNaN(before) || IsTooMuch(before, format, info.Channel) || (info.Channel == Channel.Longitude && before == 180))
            return;
        var tolerance = Tolerances.GetValueOrDefault((format, info.Channel)) + 1e-9;
        if (info.Channel is Channel.Latitude or Channel.Longitude && double.IsNaN(after))
            return;
        Assert.True(Math.Abs(before - after) <= tolerance, $"{format} {info.Name}: {before} became {after}");
    }

    private static bool IsTooMuch(double value, ActivityFormat format, Channel channel) => channel switch
    {
        Channel.Heartrate => value is < 0.5 or >= 254.5,
        Channel.Cadence => value >= 254,
        Channel.Speed => format == ActivityFormat.Fit && value >= 65.5,
        Channel.Altitude => format == ActivityFormat.Fit && value is < -500 or > 12_600,
        _ => false,
    };

    private static void CheckLaps(IReadOnlyList<ActivityLap> before, IReadOnlyList<ActivityLap> after, ActivityFormat format)
    {
        Assert.Equal(before.Count, after.Count);
        foreach (var (left, right) in before.OrderBy(lap => lap.StartedAt).Zip(after.OrderBy(lap => lap.StartedAt)))
        {
            var start = left.StartedAt.ToUnixTimeMilliseconds();
            Assert.Equal(Time(start, format), right.StartedAt.ToUnixTimeMilliseconds());
            Assert.Equal(left.Seconds, right.Seconds, 0.0011);
            // FIT's centimetres end after 42,949 km, one of our random walks around the world.
            if (format != ActivityFormat.Fit || left.Distance is not > uint.MaxValue / 100.0)
                Assert.Equal(left.Distance ?? 0, right.Distance ?? 0, 0.006);
            Assert.Equal(left.Calories ?? 0, right.Calories ?? 0);
            Assert.Equal(left.MaxHeartrate ?? 0, right.MaxHeartrate ?? 0);
            Assert.Equal(left.AvgPower ?? 0, right.AvgPower ?? 0);
        }
    }
}
