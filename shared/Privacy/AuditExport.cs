using System.Text.Json;
using FitServerless.Backups;
using FitServerless.Backups.Archives;
using FitServerless.Json;

namespace FitServerless.Privacy;

/// <summary>The audit trail, the newest first.</summary>
internal sealed class AuditExport(AuditLog audit) : IExportSource
{
    private const int Page = 1000;

    public string Folder => "audit";

    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        await using var lines = archive.Lines(Folder);
        string? after = null;
        do
        {
            var page = await audit.ListAsync(userId, after, Page, cancellationToken);
            foreach (var entry in page.Entries)
                await lines.WriteAsync(writer => Write(writer, entry), cancellationToken);
            after = page.Next;
        }
        while (after is not null);
        await lines.CompleteAsync(cancellationToken);
    }

    private static void Write(Utf8JsonWriter writer, AuditEntry entry)
    {
        writer.WriteStartObject();
        Instants.Write(writer, "at"u8, entry.At);
        writer.WriteString("action"u8, entry.Action);
        writer.WriteString("by"u8, entry.By);
        writer.WriteString("network"u8, entry.Network);
        writer.WriteString("details"u8, entry.Details);
        writer.WriteNumber("count"u8, entry.Count);
        writer.WriteEndObject();
    }
}
