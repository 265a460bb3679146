using FitServerless.Live;

namespace FitServerless.Chat.Live;

/// <summary>A room as it became; who has seen a later one need not see an earlier.</summary>
public sealed record RoomSnapshot(Room Room) : ILiveEvent
{
    public long Cursor => Room.Version;
}
