namespace FitServerless.Chat;

/// <summary>What came of an operation.</summary>
public abstract record RoomOutcome
{
    private RoomOutcome()
    {
    }

    /// <param name="Room">As it is now; <c>null</c> when there is no such room.</param>
    /// <param name="Notices">To be sent on; the same again when the operation is run again.</param>
    public sealed record Done(StoredRoom? Room, IReadOnlyList<MentionNotice> Notices) : RoomOutcome;

    /// <summary>Storage is away: ask again after a while, for the sender was told that it will be done.</summary>
    public sealed record Later(TimeSpan Delay) : RoomOutcome;
}
