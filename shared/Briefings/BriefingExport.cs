using System.Text.Json;
using FitServerless.Backups;
using FitServerless.Backups.Archives;

namespace FitServerless.Briefings;

/// <summary>What somebody was told on schedule, newest first.</summary>
internal sealed class BriefingExport(IBriefingStore store, TimeProvider clock) : IExportSource
{
    private const int Page = 1000;

    public string Folder => "briefings";

    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        await using var lines = archive.Lines(Folder);
        string? cursor = null;
        do
        {
            var page = await store.ListAsync(userId, new BriefingQuery(Page, cursor, null, null, null), clock.GetUtcNow(), cancellationToken);
            foreach (var briefing in page.Items)
                await lines.WriteAsync(writer => JsonSerializer.Serialize(writer, briefing, BriefingJson.Default.Briefing), cancellationToken);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        await lines.CompleteAsync(cancellationToken);
    }
}
