using FitServerless.Privacy;

namespace FitServerless.Chat;

/// <summary>What a person has said, and where they were.</summary>
internal sealed class ChatData(IRoomStore store, RoomErasure rooms) : IPersonalData
{
    private const int Page = 1000;

    public string Name => "chat";

    /// <summary>Room by room; the note that the person was there goes when nothing else says so.</summary>
    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> page;
        do
        {
            page = await store.ListAsync(userId, Page, cancellationToken);
            foreach (var roomId in page)
            {
                await rooms.EraseAsync(roomId, userId, cancellationToken);
                await store.DropNoteAsync(userId, roomId, cancellationToken);
            }
        }
        while (page.Count == Page);
    }
}
