using System.Text.Json;
using FitServerless.Backups;
using FitServerless.Backups.Archives;

namespace FitServerless.Analytics;

/// <summary>A person's events, day by day.</summary>
internal sealed class EventExport(IEventStore store) : IExportSource
{
    public string Folder => "events";

    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        await using var lines = archive.Lines(Folder);
        await foreach (var one in store.ExportAsync(userId, cancellationToken))
            await lines.WriteAsync(json => JsonSerializer.Serialize(json, one, AnalyticsJson.Default.RecordedEvent), cancellationToken);
        await lines.CompleteAsync(cancellationToken);
    }
}
