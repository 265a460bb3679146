namespace FitServerless.Notifications;

/// <summary>What can become of a notification.</summary>
public enum NotificationMark
{
    Delivered,
    Read,
}
