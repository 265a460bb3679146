using FitServerless.Sync;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Sync;

public sealed class SequenceTests
{
    private static readonly Gen<DateTimeOffset> Times =
        Gen.Choose(0, int.MaxValue).Select(seconds => DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddTicks(seconds % 10_000_000));

    [Fact]
    public void Its_text_reads_back_to_the_last_tick() => Law.Holds(Times, time =>
    {
        var sequence = new Sequence(time.UtcTicks);
        return Sequence.TryParse(sequence.ToString(), out var read) && read == sequence;
    });

    [Fact]
    public void Its_text_sorts_as_it_does() => Law.Holds(Times.Two(), pair =>
    {
        var (left, right) = (new Sequence(pair.Item1.UtcTicks), new Sequence(pair.Item2.UtcTicks));
        return Math.Sign(string.CompareOrdinal(left.ToString(), right.ToString())) == left.CompareTo(right);
    });

    [Fact]
    public void The_next_one_is_always_greater_whatever_the_clock_says() => Law.Holds(Times.NonEmptyListOf(), clock =>
    {
        var given = new List<Sequence> { Sequence.Start };
        foreach (var now in clock)
            given.Add(given[^1].Next(now));
        return given.Zip(given.Skip(1)).All(pair => pair.First < pair.Second);
    });

    [Fact]
    public void The_next_one_is_the_clocks_time_unless_that_is_taken()
    {
        var now = FakeClock.Morning;

        var first = Sequence.Start.Next(now);
        var second = first.Next(now);
        var afterSetback = second.Next(now.AddHours(-1));

        Assert.Equal(now.UtcTicks, first.Ticks);
        Assert.Equal(now.UtcTicks + 1, second.Ticks);
        Assert.Equal(now.UtcTicks + 2, afterSetback.Ticks);
    }

    [Theory]
    [InlineData("2025-03-01T06:00:00.1234567Z", "2025-03-01T06:00:00.1234567Z")]
    [InlineData("2025-03-01T06:00:00.123Z", "2025-03-01T06:00:00.1230000Z")]
    [InlineData("2025-03-01T06:00:00.123456700Z", "2025-03-01T06:00:00.1234567Z")]
    [InlineData("2025-03-01T06:00:00Z", "2025-03-01T06:00:00.0000000Z")]
    [InlineData("2025-03-01T08:00:00+02:00", "2025-03-01T06:00:00.0000000Z")]
    [InlineData("2025-03-01T06:00:00", "2025-03-01T06:00:00.0000000Z")]
    [InlineData("2025-03-01", "2025-03-01T00:00:00.0000000Z")]
    [InlineData("1969-12-31T23:59:59Z", "1970-01-01T00:00:00.0000000Z")]
    [InlineData("0001-01-01T00:00:00Z", "1970-01-01T00:00:00.0000000Z")]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31T23:59:59.0000000Z")]
    public void Reads_the_times_that_clients_write(string text, string expected)
    {
        Assert.True(Sequence.TryParse(text, out var sequence));
        Assert.Equal(expected, sequence.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("yesterday")]
    [InlineData("12:00")]
    [InlineData("May 2025")]
    [InlineData("03/01/2025")]
    [InlineData("2025-13-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("１９７０-01-01T00:00:00Z")]
    public void Refuses_what_is_no_ISO_8601_time(string? text) => Assert.False(Sequence.TryParse(text, out _));
}
