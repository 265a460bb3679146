namespace FitServerless.Chat.Operations;

/// <summary>A member's stream begins or ends.</summary>
public sealed record Connect(RoomConnection Connection) : RoomOperation;
