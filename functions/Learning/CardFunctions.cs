using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Functions.Sync;
using FitServerless.Learning;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Learning;

/// <summary>The caller's flash cards.</summary>
public sealed class CardFunctions(CardService cards, DocumentService documents, CurrentUser user)
{
    private const int DefaultPage = 100;
    private const int MaxPage = 1000;
    private const int MaxReview = 4096;

    /// <summary>By their next review; <c>due</c>, a time or <c>now</c>, leaves out those that come after it.</summary>
    [Function(nameof(ListCards))]
    [Summary("Flash cards, by their next review.")]
    [Paged]
    [Query("due", "now, or a time: leaves out what comes after it.")]
    [Answer<IReadOnlyList<LearningShape>>(200)]
    public async Task<IResult> ListCards(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cards")] HttpRequest request, CancellationToken cancellationToken)
    {
        var limit = request.Int("limit", DefaultPage, 1, MaxPage);
        var cursor = ListCursors.Decode(request.Text("cursor"));
        var page = request.Text("due") switch
        {
            null => (await documents.ListAsync(user.Id, new ListQuery(LearningCollections.Cards, limit, cursor), cancellationToken))!,
            "now" or "true" => await cards.ListDueAsync(user.Id, null, limit, cursor, cancellationToken),
            _ => await cards.ListDueAsync(user.Id, request.Time("due"), limit, cursor, cancellationToken),
        };
        return new ListAnswer<SyncedDocument>(page.Items, page.NextCursor, LearningWriter.Write);
    }

    [Function(nameof(GetCard))]
    [Summary("A flash card.")]
    [Header("If-None-Match")]
    [Answer<LearningShape>(200)]
    public Task<IResult> GetCard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cards/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        documents.GetAsync(request, user.Id, new DocumentKey(LearningCollections.Cards, id), cancellationToken);

    [Function(nameof(PutCard))]
    [Summary("Makes a flash card, or replaces it.")]
    [Header("If-Match")]
    [Body<FreeObject>]
    [Answer<ChangedView>(200)]
    [Refuses(409, 410, 412, 422)]
    public Task<IResult> PutCard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/cards/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        documents.PutAsync(request, user.Id, new DocumentKey(LearningCollections.Cards, id), cancellationToken);

    [Function(nameof(ReviewCard))]
    [Summary("Schedules a card by how well it was known.")]
    [Body<CardReview>]
    [Answer<LearningShape>(200)]
    [Refuses(409, 422)]
    public async Task<IResult> ReviewCard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cards/{id}/review")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        var review = await request.ReadAsync(LearningJson.Default.CardReview, MaxReview, cancellationToken);
        if (review.Quality is not (>= 0 and <= CardSchedule.BestQuality))
            return new ProblemResult(Problems.Invalid("quality", $"A whole number from 0 to {CardSchedule.BestQuality}."));
        if (review.ReviewId is { } name && !DocumentIds.IsValidLocalId(name))
            return new ProblemResult(Problems.Invalid("reviewId", $"1 to {DocumentIds.MaxLocalIdLength} characters, no controls."));
        var result = await cards.ReviewAsync(user.Id, id, review.Quality.Value, review.ReviewedAt, review.ReviewId, cancellationToken);
        return result is { Status: not ChangeStatus.Rejected, Current: { } current }
            ? new Tagged(result.Version, new RawJson(writer => LearningWriter.Write(writer, cards.Read(id, current))))
            : new ProblemResult(Problems.From(result));
    }
}
