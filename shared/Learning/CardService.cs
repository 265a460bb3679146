using System.Text.Json;
using FitServerless.Accounts;
using FitServerless.Sync;

namespace FitServerless.Learning;

/// <summary>Which cards are due, and when they are due again: the same documents that devices sync.</summary>
public sealed class CardService
{
    private readonly IAccountStore _accounts;
    private readonly DocumentService _documents;
    private readonly DocumentWriter _writer;
    private readonly DocumentKinds _kinds;
    private readonly SyncEditPlanner _planner;
    private readonly TimeProvider _clock;

    internal CardService(
        IAccountStore accounts, DocumentService documents, DocumentWriter writer, DocumentKinds kinds, SyncEditPlanner planner, TimeProvider clock) =>
        (_accounts, _documents, _writer, _kinds, _planner, _clock) = (accounts, documents, writer, kinds, planner, clock);

    /// <summary>
    /// Cards to review at a time, those due last first. The list of cards goes by their next review, so they are one range of it: one transaction
    /// a page.
    /// </summary>
    /// <param name="at"><c>null</c> for now.</param>
    public async Task<DocumentPage> ListDueAsync(string userId, DateTimeOffset? at, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var time = at ?? _clock.GetUtcNow();
        var page = (await _documents.ListAsync(userId, new ListQuery(LearningCollections.Cards, limit, cursor, To: time), cancellationToken))!;
        // Numbers of seconds stand in the list as if they were milliseconds, in 1970, and so among the due ones.
        return page with { Items = [.. page.Items.Where(card => !(CardMembers.NextReview(JsonElement.Parse(card.Data.Span)) > time))] };
    }

    /// <summary>Four transactions: the account, the card, and its history where the review has a name; and the write.</summary>
    /// <param name="reviewId">The client's own name for the review: one that was here before changes nothing.</param>
    /// <returns>With the card as it is now, unless it is refused.</returns>
    public async Task<ChangeResult> ReviewAsync(
        string userId, string id, int quality, DateTimeOffset? reviewedAt, string? reviewId, CancellationToken cancellationToken)
    {
        if (!DocumentIds.IsValid(id))
            return SyncProblems.NotFound();
        // The learner's own: a card becomes due when the learner's day begins.
        var account = await _accounts.FindAsync(userId, cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(account?.TimeZone ?? "UTC");
        var time = EditTime.Of(reviewedAt, _clock.GetUtcNow());
        var review = reviewId is null ? (SeenMutation?)null : SeenMutation.Of("review", reviewId);
        var change = new ReviewChange(_planner, _kinds[LearningCollections.Cards], id, quality, time, zone, review);
        return await _writer.WriteAsync(userId, change, cancellationToken);
    }

    public SyncedDocument Read(string id, StoredJson body) => SyncedDocument.Read(_kinds[LearningCollections.Cards], id, body);
}
