using FitServerless.Workouts.Files;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Files;

public sealed class SampleFileTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 3, 7, 15, 0, TimeSpan.Zero);

    [Fact]
    public void A_ride_that_garmins_encoder_wrote_is_read_whole()
    {
        var ride = SampleFiles.Read("ride.fit");
        Assert.Equal(Start, ride.StartedAt);
        Assert.Equal(Sports.Biking, ride.Sport);
        Assert.Equal("Edge 530", ride.Creator);
        Assert.Equal(211, ride.Samples.Count);
        Assert.Equal([new ActivityPause(Start.AddSeconds(80), Start.AddSeconds(110))], ride.Pauses);
        Assert.Equal(new ActivityTotals { TimerSeconds = 210, Distance = 1920, Calories = 25, Ascent = 17 }, ride.Totals);
        Assert.Equal([Start, Start.AddSeconds(120)], ride.Laps.Select(lap => lap.StartedAt));
        Assert.Equal([12, 13], ride.Laps.Select(lap => lap.Calories ?? 0));
        for (var row = 0; row < ride.Samples.Count; row++)
            CheckSecond(ride.Samples, row, (int)((ride.Samples.Times[row] - Start.ToUnixTimeMilliseconds()) / 1000));
    }

    [Fact]
    public void What_gpsbabel_made_of_it_has_the_same_track()
    {
        var fit = SampleFiles.Read("ride.fit");
        foreach (var name in (string[])["ride.gpsbabel.tcx", "ride.gpsbabel.gpx", "ride.gpsbabel-1.0.gpx"])
        {
            var other = SampleFiles.Read(name);
            Assert.Equal(fit.Samples.Times, other.Samples.Times);
            for (var row = 0; row < fit.Samples.Count; row++)
            {
                Assert.Equal(fit.Samples.Value(Channel.Latitude, row), other.Samples.Value(Channel.Latitude, row), 1.1e-7);
                Assert.Equal(fit.Samples.Value(Channel.Altitude, row), other.Samples.Value(Channel.Altitude, row), 0.051);
            }
        }
    }

    [Fact]
    public void Extensions_that_gpsbabel_writes_are_read()
    {
        var fit = SampleFiles.Read("ride.fit").Samples;
        var (tcx, gpx, old) = (SampleFiles.Read("ride.gpsbabel.tcx").Samples, SampleFiles.Read("ride.gpsbabel.gpx").Samples, SampleFiles.Read("ride.gpsbabel-1.0.gpx").Samples);
        Assert.Equal(fit[Channel.Heartrate], tcx[Channel.Heartrate]);
        Assert.Equal(fit[Channel.Cadence], tcx[Channel.Cadence]);
        Assert.Equal(fit[Channel.Power], tcx[Channel.Power]);
        Assert.Equal(fit[Channel.Heartrate], gpx[Channel.Heartrate]);
        Assert.Equal(fit[Channel.Cadence], gpx[Channel.Cadence]);
        Assert.Equal(fit[Channel.Temperature], gpx[Channel.Temperature]);
        Assert.Equal(fit[Channel.Speed], old[Channel.Speed]);
    }

    [Fact]
    public void Power_of_a_foot_pod_comes_from_its_developer_field()
    {
        var run = SampleFiles.Read("developer-power.fit");
        Assert.Equal(Sports.Running, run.Sport);
        Assert.Equal("Stryd", run.Creator);
        Assert.Equal(Enumerable.Range(250, 60).Select(watts => (double)watts), run.Samples[Channel.Power].ToArray());
        Assert.Equal(88.5, run.Samples.Value(Channel.Cadence, 0));
    }

    [Fact]
    public void Settings_behind_an_activity_are_passed_over_and_alone_are_refused()
    {
        Assert.Equal(120, SampleFiles.Read("chained.fit").Samples.Count);
        Assert.Equal(FileRefusal.NotAnActivity, Assert.IsType<ActivityRead.Refused>(ActivityFileReader.Read(SampleFiles.Bytes("settings.fit"))).Reason);
    }

    private static void CheckSecond(MeasurementSeries samples, int row, int second)
    {
        Assert.Equal(200 + (second * 7919 % 41), samples.Value(Channel.Power, row));
        Assert.Equal(120 + (second % 20), samples.Value(Channel.Heartrate, row));
        Assert.Equal(80 + (second * 31 % 17), samples.Value(Channel.Cadence, row));
        Assert.Equal(47.3769 + (second * 0.00005), samples.Value(Channel.Latitude, row), 1.1e-7);
        Assert.Equal(8.5417 + (second * 0.00007), samples.Value(Channel.Longitude, row), 1.1e-7);
        Assert.Equal(second * 8, samples.Value(Channel.Distance, row));
        Assert.Equal(8 + (second % 10 / 10.0), samples.Value(Channel.Speed, row), 1e-9);
        Assert.Equal(408 + (second % 50 / 5.0), samples.Value(Channel.Altitude, row), 1e-9);
        Assert.Equal(14, samples.Value(Channel.Temperature, row));
    }
}
