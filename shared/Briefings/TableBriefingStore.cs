using System.Net;
using Azure;
using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Briefings;

internal sealed class TableBriefingStore(AppTables tables, ExpiryIndex expiry) : IBriefingStore
{
    private readonly TableClient _table = tables.Briefings;

    public async Task<StoredBriefing> AddAsync(string userId, Briefing briefing, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        await expiry.NoteAsync(BriefingExpiry.Name, userId, BriefingRows.LastDay(expiresAt), cancellationToken);
        var row = BriefingRows.Of(userId, briefing, expiresAt);
        try
        {
            var added = await _table.AddEntityAsync(row, cancellationToken);
            return new StoredBriefing(briefing, added.Headers.ETag!.Value);
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.Conflict)
        {
            return BriefingRows.Stored((await _table.GetEntityAsync<TableEntity>(userId, row.RowKey, cancellationToken: cancellationToken)).Value);
        }
    }

    public async Task<Briefing?> FindAsync(string userId, string kind, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(userId, BriefingRows.Key(kind, day), cancellationToken: cancellationToken);
        return row.HasValue && row.Value!.GetDateTimeOffset(BriefingRows.ExpiresAt) > now ? BriefingRows.Read(row.Value) : null;
    }

    public async Task<BriefingPage> ListAsync(string userId, BriefingQuery query, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var start = query.To is { } to ? BriefingRows.Inverted(to) : "";
        var after = query.Cursor is { } cursor && string.CompareOrdinal(cursor, start) > 0 ? cursor : start;
        // '}' sorts behind the '|' that follows a day.
        var end = (query.From is { } from ? BriefingRows.Inverted(from) : "") + "}";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {userId} and RowKey gt {after} and RowKey lt {end} and ExpiresAt gt {now}");
        if (query.Kind is { } kind)
            filter = $"{filter} and {TableClient.CreateQueryFilter($"Kind eq {kind}")}";
        var items = new List<Briefing>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, query.Limit, cancellationToken: cancellationToken))
        {
            items.Add(BriefingRows.Read(row));
            if (items.Count == query.Limit)
                return new BriefingPage(items, row.RowKey);
        }

        return new BriefingPage(items, null);
    }

    public async Task<bool> TryBeginMailAsync(string userId, StoredBriefing briefing, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(
                BriefingRows.Marked(userId, briefing.Briefing, BriefingRows.MailBegunAt, now),
                briefing.ETag,
                TableUpdateMode.Merge,
                cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is (int)HttpStatusCode.PreconditionFailed or (int)HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    public async Task EndMailAsync(string userId, Briefing briefing, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(
                BriefingRows.Marked(userId, briefing, BriefingRows.MailedAt, now), ETag.All, TableUpdateMode.Merge, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.NotFound)
        {
            // The account was deleted meanwhile, and nothing is left that could be sent again.
        }
    }
}
