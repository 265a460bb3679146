using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Notifications;

/// <summary>Tells people that an edit of one of their devices lost to another's, and where it is kept: one notification a push.</summary>
internal sealed class ConflictNotices(NotificationInbox inbox) : IConflictObserver
{
    /// <summary>An id and a path of the longest kind take 1.3 KB; ten of them fit into a notification.</summary>
    private const int MostLinks = 10;

    public Task LostAsync(string userId, IReadOnlyList<LostEdit> lost, CancellationToken cancellationToken)
    {
        var what = lost.Count == 1 ? "a change" : $"{lost.Count} changes";
        var notification = new NewNotification(
            IdOf(lost[0]),
            NotificationKind.Sync,
            lost.Count == 1 ? "A change was set aside" : $"{lost.Count} changes were set aside",
            "Two of your devices changed the same thing at different times. The later change stands; "
                + $"{what} that did not is kept in the history, from where it can be restored.",
            Links(lost));
        return inbox.AddAsync(userId, notification, cancellationToken);
    }

    /// <summary>The same push, repeated, has the same first loser.</summary>
    private static string IdOf(LostEdit first)
    {
        var name = Encoding.UTF8.GetBytes($"{first.Key.Collection}\n{first.Key.Id}\n{first.Version}");
        return $"sync-{Convert.ToHexStringLower(SHA256.HashData(name))[..32]}";
    }

    private static JsonElement Links(IReadOnlyList<LostEdit> lost)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteNumber("count"u8, lost.Count);
            writer.WriteStartArray("lost"u8);
            foreach (var edit in lost.Take(MostLinks))
                Write(writer, edit);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return JsonElement.Parse(output.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, LostEdit edit)
    {
        var (collection, id) = (edit.Key.Collection, edit.Key.Id);
        var path = collection == DocumentKinds.Workouts ? $"/api/workouts/{id}" : $"/api/documents/{collection}/{Uri.EscapeDataString(id)}";
        writer.WriteStartObject();
        writer.WriteString("collection"u8, collection);
        writer.WriteString("id"u8, id);
        writer.WriteNumber("version"u8, edit.Version);
        writer.WriteString("history"u8, $"{path}/history");
        writer.WriteEndObject();
    }
}
