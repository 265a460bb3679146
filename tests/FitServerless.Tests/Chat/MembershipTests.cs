using FitServerless.Chat;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Chat;

public sealed class MembershipTests
{
    private static readonly RoomMember Cy = new(Rooms.Cy, "Cy");
    private static readonly Room Room = Rooms.Of("room_1") with { LastSequence = 7 };

    [Fact]
    public void Who_joins_is_a_member_and_the_room_says_so()
    {
        var (outcome, write) = Membership.Add(Room, Rooms.Ada, Cy, FakeClock.Morning);

        Assert.IsType<MembershipOutcome.Done>(outcome);
        Assert.True(write!.After.IsMember(Rooms.Cy));
        Assert.Equal((8, "Cy joined", ChatMessage.System, 8), (write.After.LastSequence, write.Message!.Content, write.Message.UserId, write.Message.Sequence));
    }

    [Fact]
    public void Who_leaves_takes_their_marks_along()
    {
        var room = Room with { Live = RoomLive.Nothing.Read(Rooms.Bo, 3).Read(Rooms.Ada, 4) };

        var (_, write) = Membership.Remove(room, Rooms.Bo, Rooms.Bo, FakeClock.Morning);

        Assert.Equal([Rooms.Ada], write!.After.Live.ReadMarks.Keys);
        Assert.Equal("Bo left", write.Message!.Content);
    }

    [Fact]
    public void Done_twice_is_done_once()
    {
        Assert.Equal(new(new MembershipOutcome.Done()), Membership.Add(Room, Rooms.Ada, new(Rooms.Bo, "Bo"), FakeClock.Morning));
        Assert.Equal(new(new MembershipOutcome.Done()), Membership.Remove(Room, Rooms.Ada, Rooms.Cy, FakeClock.Morning));
    }

    [Fact]
    public void Only_the_trainer_and_who_made_the_room_decide_on_others()
    {
        Assert.IsType<MembershipOutcome.Forbidden>(Membership.Add(Room, Rooms.Bo, Cy, FakeClock.Morning).Outcome);
        Assert.IsType<MembershipOutcome.Forbidden>(Membership.Remove(Room, Rooms.Bo, Rooms.Ada, FakeClock.Morning).Outcome);
        Assert.NotNull(Membership.Add(Room with { CreatorId = Rooms.Bo }, Rooms.Bo, Cy, FakeClock.Morning).Write);
        Assert.NotNull(Membership.Add(Room with { TrainerId = Rooms.Bo }, Rooms.Bo, Cy, FakeClock.Morning).Write);
    }

    [Fact]
    public void For_a_stranger_there_is_no_room_not_even_one_they_made()
    {
        var left = Room.Without(Rooms.Ada);

        Assert.IsType<MembershipOutcome.NotFound>(Membership.Add(left, Rooms.Ada, Cy, FakeClock.Morning).Outcome);
        Assert.IsType<MembershipOutcome.NotFound>(Membership.Remove(left, Rooms.Ada, Rooms.Bo, FakeClock.Morning).Outcome);
    }

    [Fact]
    public void A_room_is_full_at_fifty_and_still_fits_its_row()
    {
        var room = Room with
        {
            Members = [.. Enumerable.Range(0, Room.MaxMembers).Select(i => new RoomMember(i == 0 ? Rooms.Ada : Guid.NewGuid().ToString(), new string('한', 100)))],
            Id = RoomIds.Pair(Rooms.Ada, Rooms.Bo),
        };
        var live = room.Members.Aggregate(RoomLive.Nothing, (now, member) => now
            .Read(member.UserId, long.MaxValue)
            .Type(new(member.UserId, FakeClock.Morning, true), FakeClock.Morning)
            .Connect(new(Guid.NewGuid().ToString("N"), member.UserId, FakeClock.Morning.AddTicks(1234567)), FakeClock.Morning)
            .Connect(new(Guid.NewGuid().ToString("N"), member.UserId, FakeClock.Morning.AddTicks(1234568), true), FakeClock.Morning));

        Assert.IsType<MembershipOutcome.Full>(Membership.Add(room, Rooms.Ada, Cy, FakeClock.Morning).Outcome);
        Assert.InRange(RoomRows.Head(room with { Live = live }).GetBinary("Room")!.Length, 1, 64 * 1024);
    }
}
