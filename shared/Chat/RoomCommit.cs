namespace FitServerless.Chat;

public abstract record RoomCommit
{
    private RoomCommit()
    {
    }

    public sealed record Committed(StoredRoom Room) : RoomCommit;

    /// <summary>Another writer was first: read again, decide again.</summary>
    public sealed record HeadMoved : RoomCommit;

    /// <summary>The same was committed before. Nothing has changed.</summary>
    public sealed record Duplicate : RoomCommit;
}
