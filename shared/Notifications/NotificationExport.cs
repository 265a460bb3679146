using System.Text.Json;
using FitServerless.Backups;
using FitServerless.Backups.Archives;

namespace FitServerless.Notifications;

/// <summary>The inbox, oldest first.</summary>
internal sealed class NotificationExport(INotificationStore store, TimeProvider clock) : IExportSource
{
    private const int Page = 1000;

    public string Folder => "notifications";

    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        await using var lines = archive.Lines(Folder);
        long after = 0;
        while (await store.ReadAsync(userId, after, Page, clock.GetUtcNow(), cancellationToken) is { Count: > 0 } page)
        {
            foreach (var notification in page)
                await lines.WriteAsync(
                    writer => JsonSerializer.Serialize(writer, notification, NotificationJson.Default.Notification), cancellationToken);
            after = page[^1].Sequence;
        }

        await lines.CompleteAsync(cancellationToken);
    }
}
