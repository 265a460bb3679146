using System.Text.Json;
using FitServerless.Chat.Moderation;
using FitServerless.Chat.Operations;
using FitServerless.Sync;
using Microsoft.Extensions.Options;

namespace FitServerless.Chat;

/// <summary>Decides what a member may send; an admitted operation is for the room's entity.</summary>
public sealed class ChatAdmission(RoomAccess access, IMessageModeration moderation, IOptions<ChatOptions> options, TimeProvider clock)
{
    /// <summary>In Unicode code points: an emoji of one code point is one character, one of several is several.</summary>
    public const int MaxContent = 4_000;

    /// <summary>In UTF-16 units of its JSON. An offer for a video call has about 5,000.</summary>
    public const int MaxSignal = 16_000;

    private readonly MemberRate _messages = new("chat-messages", options.Value.MessagesPerMinute, clock);
    private readonly MemberRate _notices = new("chat-notices", options.Value.NoticesPerMinute, clock);

    /// <param name="idempotencyKey">Serves as the id of a message without one.</param>
    public async Task<Admission> PostAsync(
        string roomId, string userId, MessageRequest request, string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (await MemberAsync(roomId, userId, cancellationToken) is not { } member)
            return new Admission.NotFound();
        var id = request.Id ?? idempotencyKey ?? Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        if (!DocumentIds.IsValid(id))
            return new Admission.Invalid("id", $"1 to {DocumentIds.MaxLength} characters, none of / \\ # ? ' \" and no controls.");
        if (request.Content is not { } content || content.EnumerateRunes().Count() > MaxContent)
            return new Admission.Invalid("content", $"Text of at most {MaxContent} characters (code points).");
        if (_messages.Take(roomId, userId) is { } standing)
            return new Admission.TooFast(standing);
        return await moderation.ReviewAsync(roomId, userId, content, cancellationToken) is { } reason
            ? new Admission.Refused(reason)
            : new Admission.Admitted(new PostMessage(userId, member.Name, id, content));
    }

    public Task<Admission> TypeAsync(string roomId, string userId, bool isTyping, CancellationToken cancellationToken) =>
        NoticeAsync(roomId, userId, _ => new ShowTyping(new TypingNotice(userId, clock.GetUtcNow(), isTyping)), cancellationToken);

    public async Task<Admission> ReadAsync(string roomId, string userId, long? sequence, CancellationToken cancellationToken) =>
        sequence is >= 0
            ? await NoticeAsync(roomId, userId, _ => new MarkRead(userId, sequence.Value), cancellationToken)
            : new Admission.Invalid("sequence", "That of the last message read.");

    /// <param name="to">Another member; <c>null</c> for all others.</param>
    public async Task<Admission> SignalAsync(string roomId, string userId, string? to, JsonElement data, CancellationToken cancellationToken)
    {
        if (data.ValueKind == JsonValueKind.Undefined || data.GetRawText() is not { Length: <= MaxSignal } json)
            return new Admission.Invalid("data", $"JSON of at most {MaxSignal} characters.");
        return await NoticeAsync(
            roomId,
            userId,
            room => to is null || room.IsMember(to) ? new SendSignal(userId, to, Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"), json) : null,
            cancellationToken);
    }

    /// <param name="make"><c>null</c> when it is for somebody who is not in the room.</param>
    private async Task<Admission> NoticeAsync(
        string roomId, string userId, Func<Room, RoomOperation?> make, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(roomId, userId, cancellationToken) is not { } room)
            return new Admission.NotFound();
        if (_notices.Take(roomId, userId) is { } standing)
            return new Admission.TooFast(standing);
        return make(room) is { } operation ? new Admission.Admitted(operation) : new Admission.Invalid("to", "A member of the room.");
    }

    private async Task<RoomMember?> MemberAsync(string roomId, string userId, CancellationToken cancellationToken) =>
        (await access.FindAsync(roomId, userId, cancellationToken))?.Member(userId);
}
