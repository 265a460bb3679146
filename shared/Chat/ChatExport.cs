using System.Text.Json;
using FitServerless.Backups;
using FitServerless.Backups.Archives;

namespace FitServerless.Chat;

/// <summary>What the person wrote in rooms that they are or were in, by room; what others wrote is theirs.</summary>
internal sealed class ChatExport(IRoomStore rooms) : IExportSource
{
    private const int Page = 1000;

    /// <summary>More than anybody is in: the ids are one page of storage.</summary>
    private const int MaxRooms = 1000;

    public string Folder => "chat";

    /// <summary>One transaction for each 1,000 messages of a room.</summary>
    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        await using var lines = archive.Lines(Folder);
        foreach (var roomId in await rooms.ListAsync(userId, MaxRooms, cancellationToken))
        {
            long after = 0;
            while (await rooms.ReadMessagesAsync(roomId, after, Page, cancellationToken) is { Count: > 0 } page)
            {
                foreach (var message in page.Where(message => message.UserId == userId))
                    await lines.WriteAsync(writer => Write(writer, roomId, message), cancellationToken);
                after = page[^1].Sequence;
            }
        }

        await lines.CompleteAsync(cancellationToken);
    }

    private static void Write(Utf8JsonWriter writer, string roomId, ChatMessage message)
    {
        writer.WriteStartObject();
        writer.WriteString("roomId"u8, roomId);
        writer.WritePropertyName("message"u8);
        JsonSerializer.Serialize(writer, message, ChatJson.Default.ChatMessage);
        writer.WriteEndObject();
    }
}
