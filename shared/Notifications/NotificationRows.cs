using System.Text.Json;
using Azure.Data.Tables;

namespace FitServerless.Notifications;

/// <summary>
/// Turns notifications into rows and back: one of the notification under its sequence, one under its id, which keeps the id from being used
/// twice. Both say when they expire, so that whoever cleans up needs nothing else.
/// </summary>
internal static class NotificationRows
{
    public const string ExpiresAt = nameof(ExpiresAt);

    /// <summary>Who is named in it; <see cref="NotificationTraces"/> leads back.</summary>
    public const string About = nameof(NewNotification.About);

    private const string Sequence = "Sequence";

    public static TableEntity Head(string userId, long last) => new(userId, NotificationRowKeys.Head) { ["Last"] = last };

    public static InboxHead Head(TableEntity row) => new(row.GetInt64("Last")!.Value, row.ETag);

    public static TableEntity Id(string userId, string id, long sequence, DateTimeOffset expiresAt) =>
        new(userId, NotificationRowKeys.Id(id)) { [Sequence] = sequence, [ExpiresAt] = expiresAt };

    public static long SequenceOf(TableEntity idRow) => idRow.GetInt64(Sequence)!.Value;

    public static TableEntity Item(string userId, long sequence, NewNotification notification, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        var row = new TableEntity(userId, NotificationRowKeys.Item(sequence))
        {
            [nameof(Notification.Id)] = notification.Id,
            [nameof(Notification.Kind)] = notification.Kind.ToString(),
            [nameof(Notification.Title)] = notification.Title,
            [nameof(Notification.Body)] = notification.Body,
            [nameof(Notification.CreatedAt)] = now,
            [ExpiresAt] = expiresAt,
        };
        if (notification.About is { } about)
            row[About] = about;
        if (notification.Data is { } data)
            row[nameof(Notification.Data)] = data.GetRawText();
        return row;
    }

    public static TableEntity Marked(string userId, long sequence, NotificationMark mark, DateTimeOffset at) =>
        new(userId, NotificationRowKeys.Item(sequence)) { [TimeOf(mark)] = at };

    public static Notification Item(TableEntity row) => new()
    {
        Id = row.GetString(nameof(Notification.Id))!,
        Sequence = NotificationRowKeys.Sequence(row.RowKey),
        // A kind from a version to come, after going back from it, is one of the app's.
        Kind = Enum.TryParse<NotificationKind>(row.GetString(nameof(Notification.Kind)), out var kind) ? kind : NotificationKind.System,
        Title = row.GetString(nameof(Notification.Title))!,
        Body = row.GetString(nameof(Notification.Body))!,
        Data = row.GetString(nameof(Notification.Data)) is { } json ? JsonSerializer.Deserialize(json, NotificationJson.Default.JsonElement) : null,
        CreatedAt = row.GetDateTimeOffset(nameof(Notification.CreatedAt))!.Value,
        DeliveredAt = row.GetDateTimeOffset(TimeOf(NotificationMark.Delivered)),
        ReadAt = row.GetDateTimeOffset(TimeOf(NotificationMark.Read)),
    };

    private static string TimeOf(NotificationMark mark) =>
        mark == NotificationMark.Delivered ? nameof(Notification.DeliveredAt) : nameof(Notification.ReadAt);
}
