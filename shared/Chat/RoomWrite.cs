namespace FitServerless.Chat;

/// <summary>What one batch commits: the room as it is after, and what comes with it.</summary>
public sealed record RoomWrite(Room After)
{
    public ChatMessage? Message { get; init; }

    public CallSignal? Signal { get; init; }

    /// <summary>Under which the sender may say the same again without being heard twice.</summary>
    public SenderKey? Once { get; init; }
}
