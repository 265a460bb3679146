using FitServerless.Chat.Live;

namespace FitServerless.Tests.Chat;

public sealed class RoomCursorTests
{
    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("17", 17, 0)]
    [InlineData("17.4", 17, 4)]
    public void An_id_is_a_place_to_come_back_to(string id, long sequence, long signal)
    {
        Assert.True(RoomCursor.TryParse(id, out var cursor));
        Assert.Equal(new RoomCursor(sequence, signal), cursor);
        Assert.Equal(id, cursor.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1.")]
    [InlineData(".1")]
    [InlineData("1.2.3")]
    [InlineData("x")]
    [InlineData("99999999999999999999")]
    public void Anything_else_is_none(string id) => Assert.False(RoomCursor.TryParse(id, out _));

    [Fact]
    public void Nobody_waits_for_what_the_room_may_never_reach() => Assert.Equal(
        new RoomCursor(3, 1), new RoomCursor(99, 99).Within(Rooms.Of("room_1") with { LastSequence = 3, LastSignal = 1 }));
}
