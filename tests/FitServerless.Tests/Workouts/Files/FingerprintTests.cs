using FitServerless.Workouts.Files;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Files;

public sealed class FingerprintTests
{
    [Fact]
    public void A_ride_has_one_fingerprint_in_all_formats()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var activity = RoundTripTests.Ride() with { Sport = seed % 2 == 0 ? Sports.Biking : "Hiking" };
            var shifted = activity with { Samples = Shift(activity.Samples, seed) };
            var prints = Enum.GetValues<ActivityFormat>()
                .Select(format => ActivityFileReader.Read(ActivityFileWriter.Write(shifted, format)))
                .Select(read => ActivityFingerprint.Of(((ActivityRead.Activities)read).Files[0]));
            Assert.Single(prints.Append(ActivityFingerprint.Of(shifted)).Distinct());
        }
    }

    [Fact]
    public void A_ride_indoors_has_one_fingerprint_in_fit_and_tcx()
    {
        var indoor = SampleFiles.Read("indoor.fit");
        var tcx = (ActivityRead.Activities)ActivityFileReader.Read(ActivityFileWriter.Write(indoor, ActivityFormat.Tcx));
        Assert.Equal(ActivityFingerprint.Of(indoor), ActivityFingerprint.Of(tcx.Files[0]));
    }

    [Fact]
    public void What_gpsbabel_made_of_a_ride_has_its_fingerprint()
    {
        string[] names = ["ride.fit", "ride.gpsbabel.tcx", "ride.gpsbabel.gpx", "ride.gpsbabel-1.0.gpx"];
        Assert.Single(names.Select(name => ActivityFingerprint.Of(SampleFiles.Read(name))).Distinct());
    }

    [Fact]
    public void Another_second_another_place_and_another_effort_are_another_ride()
    {
        var ride = RoundTripTests.Ride();
        var indoor = SampleFiles.Read("indoor.fit");
        string[] prints =
        [
            ActivityFingerprint.Of(ride), ActivityFingerprint.Of(indoor), ActivityFingerprint.Of(SampleFiles.Read("ride.fit")),
            ActivityFingerprint.Of(ride with { Samples = Shift(ride.Samples, 1, seconds: 1) }),
            ActivityFingerprint.Of(ride with { Samples = Shift(ride.Samples, 200) }),
            ActivityFingerprint.Of(indoor with { Samples = Map(indoor.Samples, (channel, value) => channel == Channel.Power ? value + 9 : value) }),
        ];
        Assert.Equal(prints.Length, prints.Distinct().Count());
    }

    /// <summary>By hundredths of a cell and a bit, so that seeds try all of it.</summary>
    private static MeasurementSeries Shift(MeasurementSeries samples, int seed, int seconds = 0) =>
        Map(samples, (channel, value) => channel is Channel.Latitude or Channel.Longitude ? Decimals.Round(value + (seed * 0.0001234), 7) : value, seconds);

    private static MeasurementSeries Map(MeasurementSeries samples, Func<Channel, double, double> change, int seconds = 0)
    {
        var builder = new SeriesBuilder();
        for (var row = 0; row < samples.Count; row++)
        {
            builder.AddRow(samples.Times[row] + (seconds * 1000));
            foreach (var info in ChannelInfo.All.Where(info => samples.Has(info.Channel)))
                builder.Set(info.Channel, change(info.Channel, samples.Value(info.Channel, row)));
        }

        return builder.Build();
    }
}
