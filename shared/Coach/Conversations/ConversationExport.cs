using System.Text.Json;
using FitServerless.Backups;
using FitServerless.Backups.Archives;

namespace FitServerless.Coach.Conversations;

/// <summary>Talks with the coach, a line each, with the turns that are kept.</summary>
internal sealed class ConversationExport(IConversationStore conversations) : IExportSource
{
    public string Folder => "conversations";

    /// <summary>One transaction for a thousand, and two for each.</summary>
    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        await using var lines = archive.Lines(Folder);
        foreach (var conversation in await conversations.ListAsync(userId, cancellationToken))
        {
            if (await conversations.FindAsync(userId, conversation.Id, cancellationToken) is { } transcript)
                await lines.WriteAsync(
                    writer => JsonSerializer.Serialize(writer, transcript, ConversationExportJson.Default.Transcript), cancellationToken);
        }

        await lines.CompleteAsync(cancellationToken);
    }
}
