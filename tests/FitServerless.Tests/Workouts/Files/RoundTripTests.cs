using FitServerless.Workouts.Files;
using FitServerless.Workouts.Measurements;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Workouts.Files;

public sealed class RoundTripTests
{
    [Fact]
    public void What_is_written_in_any_format_reads_back_as_it_was() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => RoundTrip.Check(Recordings.FromSeed(seed))));

    [Fact]
    public void Fit_keeps_sport_device_pauses_and_totals()
    {
        var after = WriteAndRead(Ride(), ActivityFormat.Fit);
        Assert.Equal("Rowing", after.Sport);
        Assert.Equal("Edge 530", after.Creator);
        Assert.Equal(Ride().Pauses, after.Pauses);
        Assert.Equal(Ride().Totals, after.Totals);
        Assert.Equal(Ride().StartedAt, after.StartedAt);
        Assert.Equal(Ride().Laps, after.Laps);
    }

    [Fact]
    public void Tcx_keeps_device_notes_and_pauses()
    {
        var after = WriteAndRead(Ride() with { Sport = Sports.Running }, ActivityFormat.Tcx);
        Assert.Equal("Running", after.Sport);
        Assert.Equal("Edge 530", after.Creator);
        Assert.Equal("Fog", after.Notes);
        Assert.Equal(Ride().Pauses, after.Pauses);
        Assert.Equal(Ride().Laps, after.Laps);
        Assert.Equal(50, after.Totals.TimerSeconds);
    }

    [Fact]
    public void Gpx_keeps_sport_title_notes_and_pauses()
    {
        var after = WriteAndRead(Ride(), ActivityFormat.Gpx);
        Assert.Equal("Rowing", after.Sport);
        Assert.Equal("Edge 530", after.Creator);
        Assert.Equal("Lake & river ]]>", after.Title);
        Assert.Equal("Fog", after.Notes);
        Assert.Equal(Ride().Pauses, after.Pauses);
    }

    [Fact]
    public void Without_samples_tcx_and_fit_still_say_what_was_done_and_gpx_cannot()
    {
        var empty = Ride() with { Samples = MeasurementSeries.Empty };
        Assert.False(ActivityFileWriter.CanWrite(empty, ActivityFormat.Gpx));
        Assert.Contains("<TotalTimeSeconds>20</TotalTimeSeconds>", System.Text.Encoding.UTF8.GetString(ActivityFileWriter.Write(empty, ActivityFormat.Tcx)), StringComparison.Ordinal);
        var fit = Assert.IsType<ActivityRead.Refused>(ActivityFileReader.Read(ActivityFileWriter.Write(empty, ActivityFormat.Fit)));
        Assert.Equal(FileRefusal.NoSamples, fit.Reason);
    }

    internal static ActivityFile Ride()
    {
        var start = new DateTimeOffset(2026, 5, 3, 7, 15, 0, TimeSpan.Zero);
        var builder = new SeriesBuilder();
        foreach (var second in Enumerable.Range(0, 20).Concat(Enumerable.Range(30, 31)))
        {
            builder.AddRow(start.AddSeconds(second).ToUnixTimeMilliseconds());
            builder.Set(Channel.Latitude, 47.3769 + (second * 0.0001));
            builder.Set(Channel.Longitude, 8.5417);
            builder.Set(Channel.Heartrate, 120 + (second % 20));
            builder.Set(Channel.Power, 200 + second);
            builder.Set(Channel.Temperature, 14);
        }

        return new ActivityFile
        {
            StartedAt = start,
            EndedAt = start.AddSeconds(60),
            Sport = "Rowing",
            Title = "Lake & river ]]>",
            Notes = "Fog",
            Creator = "Edge 530",
            Samples = builder.Build(),
            Laps = [Lap(start, 20), Lap(start.AddSeconds(40), 30)],
            Pauses = [new ActivityPause(start.AddSeconds(19), start.AddSeconds(30))],
            Totals = new ActivityTotals { TimerSeconds = 49, Distance = 502.5, Calories = 33, Ascent = 4 },
        };
    }

    private static ActivityLap Lap(DateTimeOffset start, double seconds) => new()
    {
        StartedAt = start,
        Seconds = seconds,
        Distance = 251.25,
        Calories = 16,
        AvgHeartrate = 130,
        MaxHeartrate = 139,
        AvgCadence = 28,
        AvgPower = 220,
        MaxPower = 260,
        MaxSpeed = 5.5,
    };

    private static ActivityFile WriteAndRead(ActivityFile activity, ActivityFormat format) =>
        Assert.Single(Assert.IsType<ActivityRead.Activities>(ActivityFileReader.Read(ActivityFileWriter.Write(activity, format))).Files);
}
