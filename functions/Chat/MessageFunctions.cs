using FitServerless.Chat;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Quotas;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FitServerless.Functions.Chat;

/// <summary>What is said in a room.</summary>
public sealed class MessageFunctions(ChatAdmission admission, ChatHistory history, CurrentUser user)
{
    /// <summary>4,000 characters, each as two escapes (<c>\ud83d\udeb4</c>) of six bytes, and an id.</summary>
    private const int MaxBody = 64 * 1024;

    /// <summary>202: it is stored that the message was sent, and in a moment the message is in the room.</summary>
    [Function(nameof(PostChatMessage))]
    [CountedAs(RouteClass.OwnQuota)]
    [Summary("Says something in a room.")]
    [Header("Idempotency-Key")]
    [Body<MessageRequest>]
    [Answer<MessageAccepted>(202)]
    [Refuses(409, 422, 429)]
    public async Task<IResult> PostChatMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "chat/{roomId}/messages")] HttpRequest request,
        string roomId,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Read(request);
        var body = await request.ReadAsync(ChatContracts.Default.MessageRequest, MaxBody, cancellationToken);
        return await durable.SubmitAsync(roomId, await admission.PostAsync(roomId, user.Id, body, key, cancellationToken), cancellationToken);
    }

    [Function(nameof(ListChatMessages))]
    [Summary("Messages in the room's one order.")]
    [Query("after", "Behind this sequence.")]
    [Query("limit", "How many at most; 100 unless said.", Min = 1, Max = 1000)]
    [Answer<IReadOnlyList<ChatMessage>>(200)]
    public async Task<IResult> ListChatMessages(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "chat/{roomId}/messages")] HttpRequest request,
        string roomId,
        CancellationToken cancellationToken)
    {
        var after = request.Number("after");
        var limit = request.Int("limit", fallback: 100, min: 1, max: 1000);
        return await history.ReadAsync(roomId, user.Id, after, limit, cancellationToken) is { } messages
            ? new MessageListAnswer(messages, limit)
            : new ProblemResult(Problems.NotFound);
    }

    [Function(nameof(ShowChatTyping))]
    [CountedAs(RouteClass.OwnQuota)]
    [Summary("Shows the others that the caller types.")]
    [Body<TypingRequest>]
    [Answer(202)]
    [Refuses(429)]
    public async Task<IResult> ShowChatTyping(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "chat/{roomId}/typing")] HttpRequest request,
        string roomId,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(ChatContracts.Default.TypingRequest, MaxBody, cancellationToken);
        var admitted = await admission.TypeAsync(roomId, user.Id, body.Typing ?? true, cancellationToken);
        return await durable.SubmitAsync(roomId, admitted, cancellationToken);
    }

    [Function(nameof(MarkChatRead))]
    [CountedAs(RouteClass.OwnQuota)]
    [Summary("Marks messages as read.")]
    [Body<ReadRequest>]
    [Answer(202)]
    [Refuses(429)]
    public async Task<IResult> MarkChatRead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "chat/{roomId}/read")] HttpRequest request,
        string roomId,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(ChatContracts.Default.ReadRequest, MaxBody, cancellationToken);
        return await durable.SubmitAsync(roomId, await admission.ReadAsync(roomId, user.Id, body.Sequence, cancellationToken), cancellationToken);
    }

    [Function(nameof(SendChatSignal))]
    [CountedAs(RouteClass.OwnQuota)]
    [Summary("Sends something to set up a call with.")]
    [Body<SignalRequest>]
    [Answer(202)]
    [Refuses(422, 429)]
    public async Task<IResult> SendChatSignal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "chat/{roomId}/signal")] HttpRequest request,
        string roomId,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(ChatContracts.Default.SignalRequest, MaxBody, cancellationToken);
        var admitted = await admission.SignalAsync(roomId, user.Id, body.To, body.Data, cancellationToken);
        return await durable.SubmitAsync(roomId, admitted, cancellationToken);
    }
}
