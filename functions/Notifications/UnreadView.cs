namespace FitServerless.Functions.Notifications;

/// <summary>How many notifications are unread.</summary>
public sealed record UnreadView(int Unread);
