namespace FitServerless.Chat.Operations;

public sealed record ShowTyping(TypingNotice Notice) : RoomOperation;
