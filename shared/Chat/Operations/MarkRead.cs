namespace FitServerless.Chat.Operations;

/// <param name="Sequence">Of the last message read. A mark never goes back.</param>
public sealed record MarkRead(string UserId, long Sequence) : RoomOperation;
