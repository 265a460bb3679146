using FitServerless.Sync;

namespace FitServerless.Tests.Sync;

public sealed class EditTimeTests
{
    private static readonly DateTimeOffset Now = FakeClock.Morning.AddTicks(12_345);

    [Theory]
    [InlineData(-86_400)]
    [InlineData(0)]
    [InlineData(299)]
    public void A_clients_time_counts_up_to_five_minutes_ahead(int secondsAhead)
    {
        var theirs = FakeClock.Morning.AddSeconds(secondsAhead);

        Assert.Equal(new EditTime(theirs, IsOurs: false, IsClamped: false), EditTime.Of(theirs, Now));
    }

    [Fact]
    public void A_time_further_ahead_becomes_ours()
    {
        var time = EditTime.Of(FakeClock.Morning.AddSeconds(301), Now);

        Assert.Equal(FakeClock.Morning.AddMilliseconds(1), time.At);
        Assert.True(time is { IsClamped: true, IsOurs: true });
    }

    [Fact]
    public void No_time_is_ours_to_the_millisecond() =>
        Assert.Equal(new EditTime(FakeClock.Morning.AddMilliseconds(1), IsOurs: true, IsClamped: false), EditTime.Of(null, Now));
}
