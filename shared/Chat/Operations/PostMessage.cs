namespace FitServerless.Chat.Operations;

/// <param name="Id">The sender's own; the same one twice is one message.</param>
public sealed record PostMessage(string UserId, string UserName, string Id, string Content) : RoomOperation;
