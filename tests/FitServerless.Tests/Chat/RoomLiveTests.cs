using System.Text.Json;
using FitServerless.Chat;
using FitServerless.Tests.Sync;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Chat;

public sealed class RoomLiveTests
{
    private static readonly DateTimeOffset Now = FakeClock.Morning;

    /// <summary>Changes as they come from a few members, windows and moments.</summary>
    private static readonly Gen<Func<RoomLive, RoomLive>> Changes = Gen.OneOf(
        Gen.Choose(0, 3).Two().Select(n => Change(live => live.Read($"{n.Item1}", n.Item2))),
        Gen.Choose(0, 3).Two().Select(n => Change(live => live.Type(new($"{n.Item1}", Now.AddSeconds(n.Item2), n.Item2 % 2 == 0), Now))),
        Gen.Choose(0, 3).Two().Select(n => Change(live => live.Connect(new($"{n.Item1}", $"{n.Item1 % 2}", Now.AddMinutes(4), n.Item2 == 0), Now))));

    [Fact]
    public void Changes_in_any_order_and_as_often_as_you_like_give_the_same() => Law.Holds(
        Changes.ListOf().SelectMany(changes => Gen.Shuffle(changes.Concat(changes)).Select(again => (changes, again))),
        histories => Text(histories.changes) == Text(histories.again));

    [Fact]
    public void Who_has_a_stream_is_here_until_the_last_is_closed_or_its_lease_ends()
    {
        var live = RoomLive.Nothing
            .Connect(new("phone", "a", Now.AddMinutes(4)), Now)
            .Connect(new("tablet", "a", Now.AddMinutes(2)), Now)
            .Connect(new("phone", "a", Now.AddMinutes(4), Closed: true), Now);

        Assert.True(live.IsOnline("a", Now));
        Assert.False(live.IsOnline("a", Now.AddMinutes(2)));
        Assert.False(live.IsOnline("b", Now));
    }

    [Fact]
    public void An_arrival_that_comes_after_its_end_revives_nothing()
    {
        var open = new RoomConnection("phone", "a", Now.AddMinutes(4));

        Assert.False(RoomLive.Nothing.Connect(open with { Closed = true }, Now).Connect(open, Now).IsOnline("a", Now));
    }

    [Fact]
    public void Typing_ends_when_it_is_said_and_by_itself()
    {
        var live = RoomLive.Nothing.Type(new("a", Now, true), Now);

        Assert.True(live.IsTyping("a", Now.AddSeconds(5)));
        Assert.False(live.IsTyping("a", Now.AddSeconds(6)));
        Assert.False(live.Type(new("a", Now.AddSeconds(1), false), Now).IsTyping("a", Now.AddSeconds(1)));
    }

    [Fact]
    public void What_is_over_takes_no_room()
    {
        var live = RoomLive.Nothing.Type(new("a", Now, true), Now).Connect(new("phone", "a", Now.AddMinutes(4)), Now);
        var later = Now.AddMinutes(5);

        live = live.Type(new("b", later, true), later).Connect(new("laptop", "b", later.AddMinutes(4)), later);

        Assert.Equal(["b"], live.Typing.Select(notice => notice.UserId));
        Assert.Equal(["laptop"], live.Connections.Select(connection => connection.Id));
    }

    [Fact]
    public void However_many_streams_come_the_head_row_holds_a_hundred()
    {
        var live = RoomLive.Nothing;
        for (var i = 0; i < 150; i++)
            live = live.Connect(new($"{i}", "a", Now.AddMinutes(4).AddMilliseconds(i)), Now);

        Assert.Equal(Enumerable.Range(50, 100).Select(i => $"{i}"), live.Connections.Select(connection => connection.Id));
    }

    private static Func<RoomLive, RoomLive> Change(Func<RoomLive, RoomLive> change) => change;

    private static string Text(IEnumerable<Func<RoomLive, RoomLive>> changes)
    {
        var live = changes.Aggregate(RoomLive.Nothing, (now, change) => change(now));
        return JsonSerializer.Serialize(new
        {
            Read = live.ReadMarks.OrderBy(mark => mark.Key),
            Connections = live.Connections.OrderBy(connection => connection.Id),
            Typing = live.Typing.OrderBy(notice => notice.UserId),
        });
    }
}
