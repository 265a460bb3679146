using System.ComponentModel.DataAnnotations;

namespace FitServerless.Notifications;

/// <summary>How long an inbox keeps what is in it.</summary>
public sealed class NotificationOptions
{
    public const string Section = "Notifications";

    /// <summary>Past this a notification is no longer shown.</summary>
    [Range(1, 3_650)]
    public int RetentionDays { get; set; } = 90;
}
