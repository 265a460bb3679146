using System.Globalization;
using System.Text.Json;
using FitServerless.Notifications;
using FitServerless.Sync;

namespace FitServerless.Chat;

/// <summary>What members are told who were mentioned in a message.</summary>
internal static class MentionNotices
{
    private const int MaxText = 200;

    /// <summary>The same each time for the same message, so that a member's inbox takes it once.</summary>
    public static IReadOnlyList<MentionNotice> Of(Room room, ChatMessage message)
    {
        var mentioned = Mentions.In(message.Content, room.Members, message.UserId);
        if (mentioned.Count == 0)
            return [];
        var data = JsonSerializer.SerializeToElement(new MentionData(room.Id, message.Sequence), ChatJson.Default.MentionData);
        var notification = new NewNotification(
            IdOf(room.Id, message.Sequence), NotificationKind.ChatMention, $"{message.UserName} mentioned you", Start(message.Content),
            data, message.UserId);
        return [.. mentioned.Select(member => new MentionNotice(member.UserId, notification))];
    }

    /// <summary>By room and place: a sender's own ids are not unique. The room's id alone would fill a notification's.</summary>
    private static string IdOf(string roomId, long sequence) =>
        $"mention-{DocumentIds.Derive(roomId, sequence.ToString(CultureInfo.InvariantCulture))}";

    private static string Start(string content) =>
        content.Length <= MaxText ? content : content[..(char.IsHighSurrogate(content[MaxText - 1]) ? MaxText - 1 : MaxText)] + "…";
}
