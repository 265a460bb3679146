using System.Text.Json;
using FitServerless.Backups;
using FitServerless.Backups.Archives;

namespace FitServerless.Coach.Model;

/// <summary>What models were asked for the person: when, what for and at what cost; their words are not on record.</summary>
internal sealed class AiRequestExport(IAiRequestLog log, TimeProvider clock) : IExportSource
{
    /// <summary>A partition a day, so this many transactions, side by side.</summary>
    private const int Days = 90;

    private const int Parallelism = 10;

    public string Folder => "ai-requests";

    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await using var lines = archive.Lines(Folder);
        foreach (var days in Enumerable.Range(0, Days).Select(ago => today.AddDays(-ago)).Reverse().Chunk(Parallelism))
        {
            var requests = await Task.WhenAll(days.Select(day => log.ListAsync(day, userId, cancellationToken)));
            foreach (var request in requests.SelectMany(day => day))
                await lines.WriteAsync(writer => JsonSerializer.Serialize(writer, request, AiRequestExportJson.Default.AiRequest), cancellationToken);
        }

        await lines.CompleteAsync(cancellationToken);
    }
}
