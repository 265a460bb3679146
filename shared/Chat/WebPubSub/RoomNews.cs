using System.Text;
using FitServerless.Chat.Live;

namespace FitServerless.Chat.WebPubSub;

/// <summary>Something to be published: what happened in a room, or that somebody left it.</summary>
/// <param name="Happened"><c>null</c> when <paramref name="UserId"/> is not to hear of the room any more.</param>
/// <param name="UserId">The only one to hear it; <c>null</c> for all.</param>
internal sealed record RoomNews(string RoomId, RoomEvent? Happened, string? UserId)
{
    /// <summary>What a commit is news of.</summary>
    public static IEnumerable<RoomNews> Of(Room before, Room after, RoomWrite write, DateTimeOffset now)
    {
        foreach (var member in before.Members.Where(member => !after.IsMember(member.UserId)))
            yield return new RoomNews(after.Id, null, member.UserId);
        if (write.Message is { } message)
            yield return new RoomNews(after.Id, new RoomEvent.Message(message), null);
        if (write.Signal is { } signal)
            yield return new RoomNews(after.Id, new RoomEvent.Signal(signal), signal.To);
        var view = new LiveView();
        _ = view.Update(before, now).Count();
        foreach (var happened in view.Update(after, now))
            yield return new RoomNews(after.Id, happened, null);
    }

    /// <summary>The event's JSON with its type as one more member: here there is no other place for it.</summary>
    public static byte[] Write(RoomEvent happened)
    {
        var type = Encoding.ASCII.GetBytes(RoomEventJson.TypeOf(happened));
        return [.. "{\"type\":\""u8, .. type, .. "\","u8, .. RoomEventJson.Write(happened).AsSpan(1)];
    }
}
