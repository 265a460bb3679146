using FitServerless.Coach.Conversations;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Quotas;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Coach;

/// <summary>Talks with the coach.</summary>
public sealed class ConversationFunctions(ConversationService conversations, EventStreams streams, CurrentUser user)
{
    /// <summary>2,000 characters, each of which may be escaped, and the members around them.</summary>
    private const int MaxBody = 16 * 1024;

    [Function(nameof(StartConversation))]
    [Summary("Begins to talk with the coach.")]
    [Body<ConversationRequest>]
    [Answer<Conversation>(201)]
    [Refuses(409)]
    public async Task<IResult> StartConversation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/coach/conversations")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(ConversationContracts.Default.ConversationRequest, MaxBody, cancellationToken);
        return await conversations.CreateAsync(user.Id, body, cancellationToken) switch
        {
            CreateOutcome.Created { Conversation: var created } => TypedResults.Json(
                created, ConversationContracts.Default.Conversation, statusCode: StatusCodes.Status201Created),
            CreateOutcome.Full => new ProblemResult(Problems.TooManyConversations),
            CreateOutcome.Invalid { Errors: var errors } => new ProblemResult(Problems.Invalid(errors)),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    }

    [Function(nameof(ListConversations))]
    [Summary("Talks with the coach.")]
    [Answer<IReadOnlyList<Conversation>>(200)]
    public async Task<IResult> ListConversations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/coach/conversations")] HttpRequest request,
        CancellationToken cancellationToken) =>
        TypedResults.Json(await conversations.ListAsync(user.Id, cancellationToken), ConversationContracts.Default.IReadOnlyListConversation);

    [Function(nameof(GetConversation))]
    [Summary("A talk with its last 50 turns.")]
    [Answer<Transcript>(200)]
    public async Task<IResult> GetConversation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/coach/conversations/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await conversations.FindAsync(user.Id, id, cancellationToken) is { } found
            ? TypedResults.Json(found, ConversationContracts.Default.Transcript)
            : new ProblemResult(Problems.NotFound);

    [Function(nameof(DeleteConversation))]
    [Summary("Deletes a talk.")]
    [Answer(204)]
    public async Task<IResult> DeleteConversation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/coach/conversations/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await conversations.DeleteAsync(user.Id, id, cancellationToken) ? TypedResults.NoContent() : new ProblemResult(Problems.NotFound);

    /// <summary>The reply as JSON; or, to who accepts <c>text/event-stream</c>, sentence by sentence.</summary>
    [Function(nameof(SendCoachMessage))]
    [CountedAs(RouteClass.OwnQuota)]
    [Summary("Says something to the coach; with Accept: text/event-stream the reply comes sentence by sentence.")]
    [Body<MessageRequest>]
    [Answer<Turn>(200)]
    [Refuses(503)]
    public async Task<IResult> SendCoachMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/coach/conversations/{id}/messages")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(ConversationContracts.Default.MessageRequest, MaxBody, cancellationToken);
        var outcome = await conversations.SendAsync(user.Caller, id, body, cancellationToken);
        return outcome switch
        {
            MessageOutcome.Limited => QuotaHeaders.TooMany(outcome.Standings),
            MessageOutcome.Invalid { Errors: var errors } => new ProblemResult(Problems.Invalid(errors)),
            MessageOutcome.NotFound => new ProblemResult(Problems.NotFound),
            MessageOutcome.Repeated { Turn: var turn } => new QuotaHeaders(outcome.Standings, Answer(request, turn)),
            MessageOutcome.Ready { Reply: var reply } => new QuotaHeaders(outcome.Standings, await AnswerAsync(request, reply, cancellationToken)),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    }

    private async Task<IResult> AnswerAsync(HttpRequest request, PendingReply reply, CancellationToken cancellationToken)
    {
        if (WantsEvents(request))
            return Stream(stopping => ReplyEvents.Of(reply.WriteAsync, stopping));
        return await reply.WriteAsync(null, cancellationToken) is { } turn
            ? TypedResults.Json(turn, ConversationContracts.Default.Turn)
            : new ProblemResult(Problems.NotFound);
    }

    private IResult Answer(HttpRequest request, Turn turn) => WantsEvents(request)
        ? Stream(stopping => ReplyEvents.Of((tell, ct) => ReplyEvents.RepeatAsync(turn, tell, ct), stopping))
        : TypedResults.Json(turn, ConversationContracts.Default.Turn);

    private IResult Stream(Func<CancellationToken, IAsyncEnumerable<System.Net.ServerSentEvents.SseItem<ReadOnlyMemory<byte>>>> events) =>
        streams.Open(user.Caller, "0", events);

    private static bool WantsEvents(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase));
}
