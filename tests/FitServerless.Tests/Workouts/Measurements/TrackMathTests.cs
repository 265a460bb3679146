using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Measurements;

public sealed class TrackMathTests
{
    /// <summary>A degree of a great circle is 2 π · 6,371,008.8 m / 360 = 111,195.1 m.</summary>
    [Theory]
    [InlineData(0, 0, 1, 0)]
    [InlineData(0, 179.5, 0, -179.5)]
    [InlineData(89.5, 0, 89.5, 180)]
    public void A_degree_is_111_km_in_any_direction(double latitude1, double longitude1, double latitude2, double longitude2) =>
        Assert.Equal(111_195.1, TrackMath.Distance(Samples.Positions((latitude1, longitude1), (latitude2, longitude2))));

    /// <summary>Brandenburg Gate to the Eiffel Tower, about 878 km.</summary>
    [Fact]
    public void Berlin_to_Paris_is_878_km() => Assert.InRange(
        TrackMath.Distance(Samples.Positions((52.5162746, 13.3777041), (48.8583701, 2.2944813)))!.Value, 875_000, 881_000);

    [Fact]
    public void The_way_there_and_back_counts_twice() =>
        Assert.Equal(222_390.2, TrackMath.Distance(Samples.Positions((0, 0), (1, 0), (0, 0)))!.Value, 0.11);

    [Fact]
    public void The_distance_channel_counts_from_its_least_to_its_greatest_value() =>
        Assert.Equal(899.5, TrackMath.Distance(Samples.Of(Channel.Distance, 100.5, double.NaN, 400, 1000)));

    [Fact]
    public void The_distance_channel_goes_before_positions_and_those_before_speed()
    {
        var speed = Samples.Of(Channel.Speed, 5, 5);
        var positions = MeasurementSeries.Union(
            Samples.RowAt(0, (Channel.Latitude, 0), (Channel.Longitude, 0), (Channel.Speed, 5)),
            Samples.RowAt(1, (Channel.Latitude, 1), (Channel.Longitude, 0), (Channel.Speed, 5)));
        var all = MeasurementSeries.Union(positions, Samples.RowAt(2, (Channel.Distance, 7), (Channel.Latitude, 2), (Channel.Longitude, 0)));

        Assert.Equal(5, TrackMath.Distance(speed));
        Assert.Equal(111_195.1, TrackMath.Distance(positions));
        Assert.Equal(0, TrackMath.Distance(all));
    }

    /// <summary>10 m/s for 10 s and, after a pause, for 1 s.</summary>
    [Fact]
    public void Nobody_moves_in_a_pause() =>
        Assert.Equal(110, TrackMath.Distance(Samples.At(Channel.Speed, (0, 10), (10, 10), (41, 10), (42, 10))));

    [Theory]
    [InlineData(new double[] { 100, 101, 102, 103, 110 }, 10)]
    [InlineData(new double[] { 100, 101, 100, 101, 100, 101, 100 }, 0)]
    [InlineData(new double[] { 100, 101.9, 100, 101.9 }, 0)]
    [InlineData(new double[] { 100, 102, 100, 102 }, 4)]
    [InlineData(new double[] { 100, 50, 60 }, 10)]
    [InlineData(new double[] { 100, double.NaN, 120, double.NaN, 90 }, 20)]
    [InlineData(new double[] { 100 }, 0)]
    public void A_climb_counts_from_two_metres(double[] altitudes, int ascent) =>
        Assert.Equal(ascent, TrackMath.Ascent(Samples.Of(Channel.Altitude, altitudes)));

    [Fact]
    public void Without_channels_there_is_nothing_to_tell()
    {
        var series = Samples.Of(Channel.Power, 1, 2);

        Assert.Null(TrackMath.Distance(series));
        Assert.Null(TrackMath.Ascent(series));
        Assert.Null(TrackMath.Distance(Samples.Of(Channel.Latitude, 1, 2)));
    }
}
