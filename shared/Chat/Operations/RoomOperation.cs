namespace FitServerless.Chat.Operations;

/// <summary>
/// What is asked of a room. It may come late, twice, or out of order: so it says when it was asked, where that matters, and under which key,
/// where it must not count twice.
/// </summary>
public abstract record RoomOperation
{
    /// <summary>How often it was put off, because storage was away.</summary>
    public int Deferrals { get; init; }
}
