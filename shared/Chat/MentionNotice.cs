using FitServerless.Notifications;

namespace FitServerless.Chat;

/// <summary>For the inbox of a member who was mentioned.</summary>
public sealed record MentionNotice(string UserId, NewNotification Notification);
