namespace FitServerless.Chat;

/// <summary>A member's own id of what they sent. One member's ids are nothing to another's.</summary>
public sealed record SenderKey(string UserId, string Id);
