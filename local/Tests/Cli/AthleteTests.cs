using FitServerless.Local.Cli.Training;

namespace FitServerless.Local.Tests.Cli;

public sealed class AthleteTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.1)]
    public void A_ride_is_measured_every_second_within_what_a_body_can_do(double share)
    {
        var ride = new Athlete(seed: 1).Perform(new Session(IsRide: true, "Ride", Morning, [new Effort(90, share)]));

        Assert.Equal(Enumerable.Range(0, 90 * 60).Select(second => Morning.AddSeconds(second)), ride.Select(each => each.Timestamp));
        Assert.All(ride, each => Assert.InRange(each.Power!.Value, 0, 400));
        Assert.All(ride, each => Assert.InRange(each.Heartrate, 60, 195));
        Assert.All(ride, each => Assert.InRange(each.Cadence, 60, 120));
        Assert.All(ride.Zip(ride.Skip(1)), pair => Assert.True(pair.First.Distance < pair.Second.Distance));
    }

    [Fact]
    public void The_heart_follows_the_effort_with_a_lag()
    {
        var ride = new Athlete(seed: 1).Perform(new Session(IsRide: true, "Ride", Morning, [new Effort(10, 0.5), new Effort(10, 1.0)]));

        Assert.InRange(ride[605].Heartrate - ride[595].Heartrate, 0, 15);
        Assert.InRange(ride[1100].Heartrate - ride[595].Heartrate, 40, 70);
    }

    [Fact]
    public void A_run_has_no_power()
    {
        var run = new Athlete(seed: 1).Perform(new Session(IsRide: false, "Run", Morning, [new Effort(30, 0.75)]));

        Assert.All(run, each => Assert.Null(each.Power));
        Assert.InRange(Summary.Of(run).Distance, 4500, 6000);
    }
}
