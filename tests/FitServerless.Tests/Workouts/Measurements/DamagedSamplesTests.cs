using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Measurements;

/// <summary>Rows that storage or an operator damaged: told as such, whatever the damage, and never by taking the process along.</summary>
public sealed class DamagedSamplesTests
{
    private static readonly byte[] Stored = SeriesCodec.Encode(Rides.Noisy(1));

    [Fact]
    public void Two_thousand_mutations_of_the_stored_bytes_are_read_or_told()
    {
        var random = new Random(2);
        for (var i = 0; i < 2000; i++)
            DecodesOrTells(Mutate(Stored, random));
    }

    /// <summary>Mutations behind the compression, which would have told most of them.</summary>
    [Fact]
    public void Two_thousand_mutations_of_the_numbers_are_read_or_told()
    {
        var random = new Random(3);
        var raw = SampleCompression.Decompress(Stored.AsSpan(1), int.MaxValue).ToArray();
        for (var i = 0; i < 2000; i++)
            DecodesOrTells(SampleCompression.Compress(1, Mutate(raw[..^random.Next(raw.Length - 40)], random)));
    }

    [Fact]
    public void Every_shorter_piece_is_told()
    {
        var stored = SeriesCodec.Encode(Samples.Of(Channel.Power, 1, 2, 3));

        Assert.All(Enumerable.Range(1, stored.Length - 1), length =>
            Assert.Throws<InvalidDataException>(() => SeriesCodec.Decode(stored.AsSpan(0, length))));
    }

    public static TheoryData<string, byte[]> Lies => new()
    {
        { "another format", [2, 0] },
        { "two billion rows", Raw(0xFF, 0xFF, 0xFF, 0xFF, 0x07) },
        { "a number without end", Raw([.. Enumerable.Repeat((byte)0xFF, 20)]) },
        { "a channel that is not known", Raw(0, 10) },
        { "eight decimals of latitude", Raw(0, 6, 8, 1, 0) },
        { "the same time twice", Raw(2, 2, 1, 0) },
        { "a time before 1970", Raw(1, 1, 0) },
        { "more than a hundred MB of zeros", SampleCompression.Compress(1, new byte[100_000_000]) },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public void Bytes_that_lie_are_told(string lie, byte[] stored)
    {
        var told = Assert.Throws<InvalidDataException>(() => SeriesCodec.Decode(stored));

        Assert.False(string.IsNullOrEmpty(told.Message), lie);
    }

    private static byte[] Raw(params byte[] raw) => SampleCompression.Compress(1, raw);

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var mutated = bytes.ToArray();
        for (var change = random.Next(1, 5); change > 0; change--)
            mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
        return mutated;
    }

    private static void DecodesOrTells(byte[] stored)
    {
        try
        {
            var series = SeriesCodec.Decode(stored);
            Assert.InRange(series.Count, 0, MeasurementSeries.MaxRows);
        }
        catch (InvalidDataException)
        {
        }
    }
}
