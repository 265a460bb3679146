using FitServerless.Tests.Sync;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Measurements;

public sealed class SeriesCodecTests
{
    [Fact]
    public void What_is_stored_reads_back_to_the_last_decimal() =>
        Law.Holds(SeriesGen.Any, series => SeriesCodec.Decode(SeriesCodec.Encode(series)).Equals(series), 1000);

    [Fact]
    public void Nothing_stored_is_an_empty_series() => Assert.Equal(MeasurementSeries.Empty, SeriesCodec.Decode([]));

    [Fact]
    public void The_greatest_series_reads_back()
    {
        var random = new Random(1);
        var builder = new SeriesBuilder(MeasurementSeries.MaxRows);
        for (var row = 0; row < MeasurementSeries.MaxRows; row++)
        {
            builder.AddRow(Samples.Start + (row * 977L));
            foreach (var info in ChannelInfo.All)
                builder.Set(info.Channel, Decimals.Round(info.Min + (random.NextDouble() * (info.Max - info.Min)), info.Decimals));
        }

        var series = builder.Build();

        Assert.Equal(series, SeriesCodec.Decode(SeriesCodec.Encode(series)));
    }

    [Fact]
    public void An_hour_of_the_benchmarks_samples_takes_at_most_12_KB() =>
        Assert.InRange(SeriesCodec.Encode(Rides.Benchmark()).Length, 1, 12 * 1024);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_hour_of_a_noisy_ride_takes_at_most_12_KB(int seed) =>
        Assert.InRange(SeriesCodec.Encode(Rides.Noisy(seed)).Length, 1, 12 * 1024);

    [Fact]
    public void The_stored_form_never_changes()
    {
        var series = MeasurementSeries.Union(
            Samples.At(Channel.Power, (0, 200), (1, 201), (3, 198.5)), Samples.RowAt(2, (Channel.Heartrate, 140), (Channel.Latitude, 52.5200066)));

        var stored = Convert.FromHexString("010713800480CC98878465AFBC9887846500000101000BA01F14310200000498020607000484ABEFF4030003");

        Assert.Equal(series, SeriesCodec.Decode(stored));
    }
}
