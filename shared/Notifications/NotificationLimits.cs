using System.Text;
using FitServerless.Sync;

namespace FitServerless.Notifications;

/// <summary>What fits into a notification.</summary>
internal static class NotificationLimits
{
    private const int TitleLength = 200;
    private const int BodyLength = 4_000;

    /// <summary>Bytes of UTF-8; with the body well below the 64 KiB of a property.</summary>
    private const int DataBytes = 16 * 1024;

    /// <summary>Text that is too long is cut off, since part of it may be a user's; an id or data that do not fit are a mistake of ours.</summary>
    /// <exception cref="ArgumentException">The id is none, or the data too long.</exception>
    public static NewNotification Fit(NewNotification notification)
    {
        if (!DocumentIds.IsValid(notification.Id))
            throw new ArgumentException("Not an id.", nameof(notification));
        if (notification.Data is { } data && Encoding.UTF8.GetByteCount(data.GetRawText()) > DataBytes)
            throw new ArgumentException($"More than {DataBytes} bytes of data.", nameof(notification));
        return notification with { Title = Cut(notification.Title, TitleLength), Body = Cut(notification.Body, BodyLength) };
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        // Not between the two halves of a character beyond the basic plane.
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }
}
