namespace FitServerless.Functions.Chat;

/// <summary>The message will be in the room, under this id.</summary>
public sealed record MessageAccepted(string Id);
