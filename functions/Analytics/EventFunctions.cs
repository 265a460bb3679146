using FitServerless.Analytics;
using FitServerless.Functions.Grants;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Grants;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Analytics;

/// <summary>What happens in clients, for counting, and what it comes to.</summary>
public sealed class EventFunctions(EventService events, EventSummaries summaries, ClientAccess access, CurrentUser user)
{
    /// <summary>100 events of 1,024 characters of data, escaped, and as much again for the rest.</summary>
    private const int MaxBody = 1024 * 1024;

    [Function(nameof(RecordEvents))]
    [Summary("Counts up to 100 events of the last week; the same ones again change nothing.")]
    [Body<EventBatch>]
    [Answer(204)]
    [Refuses(429)]
    public async Task<IResult> RecordEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/events")] HttpRequest request, CancellationToken cancellationToken)
    {
        var batch = await request.ReadAsync(AnalyticsJson.Default.EventBatch, MaxBody, cancellationToken);
        return await events.RecordAsync(user.Id, batch, cancellationToken) switch
        {
            EventOutcome.Recorded or EventOutcome.OptedOut => TypedResults.NoContent(),
            EventOutcome.Invalid { Errors: var errors } => new ProblemResult(Problems.Invalid(errors)),
            EventOutcome.TooMany { RetrySeconds: var seconds } => new ProblemResult(Problems.TooManyRequests(seconds)),
            _ => new ProblemResult(Problems.Internal),
        };
    }

    [Function(nameof(GetEventSummary))]
    [Summary("What the caller's events come to: count, sum, average, least and most.")]
    [Query("from", "The first moment.", Format = "date-time", IsRequired = true)]
    [Query("to", "The first moment after, at most 92 days later.", Format = "date-time", IsRequired = true)]
    [Query("type", "Only of this type.")]
    [Answer<EventSummary>(200)]
    [Refuses(422)]
    public async Task<IResult> GetEventSummary(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/events/summary")] HttpRequest request, CancellationToken cancellationToken) =>
        EventAnswers.Of(await summaries.OfClientAsync(user.Id, EventAnswers.Filter(request), cancellationToken));

    [Function(nameof(GetClientEventSummary))]
    [Summary("What a client's events come to, by a grant to read.")]
    [Query("from", "The first moment.", Format = "date-time", IsRequired = true)]
    [Query("to", "The first moment after, at most 92 days later.", Format = "date-time", IsRequired = true)]
    [Query("type", "Only of this type.")]
    [Answer<EventSummary>(200)]
    [Refuses(422)]
    public Task<IResult> GetClientEventSummary(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/clients/{userId}/events/summary")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken)
    {
        var filter = EventAnswers.Filter(request);
        return access.ReadAsync(
            userId, ClientData.Events,
            async () => EventAnswers.Of(await summaries.OfClientAsync(userId, filter, cancellationToken)), cancellationToken);
    }

    [Function(nameof(GetTrainerEventSummary))]
    [Summary("What events that name the caller as trainer come to, of clients with a grant to read.")]
    [Query("from", "The first moment.", Format = "date-time", IsRequired = true)]
    [Query("to", "The first moment after, at most 92 days later.", Format = "date-time", IsRequired = true)]
    [Query("type", "Only of this type.")]
    [Answer<EventSummary>(200)]
    [Refuses(422)]
    public async Task<IResult> GetTrainerEventSummary(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/trainer/events/summary")] HttpRequest request,
        CancellationToken cancellationToken) =>
        EventAnswers.Of(await summaries.OfTrainerAsync(user.Caller, EventAnswers.Filter(request), cancellationToken));

    [Function(nameof(GetAllEventSummary))]
    [Summary("What everybody's events of a type come to, for admins.")]
    [Query("from", "The first moment.", Format = "date-time", IsRequired = true)]
    [Query("to", "The first moment after, at most 92 days later.", Format = "date-time", IsRequired = true)]
    [Query("type", "The type.", IsRequired = true)]
    [Answer<EventSummary>(200)]
    [Refuses(403, 422)]
    public async Task<IResult> GetAllEventSummary(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/admin/events/summary")] HttpRequest request,
        CancellationToken cancellationToken) =>
        EventAnswers.Of(await summaries.OfAllAsync(user.Caller, EventAnswers.Filter(request), cancellationToken));
}
