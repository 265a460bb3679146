using System.Globalization;
using System.Net;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Briefings;

internal sealed class TableBriefingStore(AppTables tables) : IBriefingStore
{
    private const string Body = "Body", Kind = "Kind", ExpiresAt = "ExpiresAt", MailBegunAt = "MailBegunAt", MailedAt = "MailedAt";

    /// <summary>The service's own limits.</summary>
    private const int PageRows = 1000, BatchRows = 100;

    private readonly TableClient _table = tables.Briefings;

    public async Task<StoredBriefing> AddAsync(string userId, Briefing briefing, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var row = new TableEntity(userId, Key(briefing.Kind, briefing.Date))
        {
            [Body] = JsonSerializer.SerializeToUtf8Bytes(briefing, BriefingJson.Default.Briefing),
            [Kind] = briefing.Kind,
            [ExpiresAt] = expiresAt,
        };
        try
        {
            var added = await _table.AddEntityAsync(row, cancellationToken);
            return new StoredBriefing(briefing, added.Headers.ETag!.Value);
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.Conflict)
        {
            return Stored((await _table.GetEntityAsync<TableEntity>(userId, row.RowKey, cancellationToken: cancellationToken)).Value);
        }
    }

    public async Task<Briefing?> FindAsync(string userId, string kind, DateOnly date, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(userId, Key(kind, date), cancellationToken: cancellationToken);
        return row.HasValue && row.Value!.GetDateTimeOffset(ExpiresAt) > now ? Read(row.Value) : null;
    }

    public async Task<BriefingPage> ListAsync(string userId, BriefingQuery query, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var start = query.To is { } to ? Inverted(to) : "";
        var after = query.Cursor is { } cursor && string.CompareOrdinal(cursor, start) > 0 ? cursor : start;
        // '}' sorts behind the '|' that follows a day.
        var end = (query.From is { } from ? Inverted(from) : "") + "}";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {userId} and RowKey gt {after} and RowKey lt {end} and ExpiresAt gt {now}");
        if (query.Kind is { } kind)
            filter = $"{filter} and {TableClient.CreateQueryFilter($"Kind eq {kind}")}";
        var items = new List<Briefing>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, query.Limit, cancellationToken: cancellationToken))
        {
            items.Add(Read(row));
            if (items.Count == query.Limit)
                return new BriefingPage(items, row.RowKey);
        }

        return new BriefingPage(items, null);
    }

    public async Task<bool> TryBeginMailAsync(string userId, StoredBriefing briefing, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(Marked(userId, briefing.Briefing, MailBegunAt, now), briefing.ETag, TableUpdateMode.Merge, cancellationToken);
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
            await _table.UpdateEntityAsync(Marked(userId, briefing, MailedAt, now), ETag.All, TableUpdateMode.Merge, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.NotFound)
        {
            // The account was deleted meanwhile, and nothing is left that could be sent again.
        }
    }

    public async Task DeleteAllAsync(string userId, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {userId}");
        var rows = await _table.QueryAsync<TableEntity>(filter, PageRows, ["PartitionKey", "RowKey"], cancellationToken).ToListAsync(cancellationToken);
        foreach (var some in rows.Chunk(BatchRows))
            await DeleteAsync([.. some], cancellationToken);
    }

    /// <summary>Another run of the same deletion may have taken some of them.</summary>
    private async Task DeleteAsync(List<TableEntity> rows, CancellationToken cancellationToken)
    {
        while (rows.Count > 0)
        {
            try
            {
                await _table.SubmitTransactionAsync(
                    rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellationToken);
                return;
            }
            catch (TableTransactionFailedException e) when (e.Status == (int)HttpStatusCode.NotFound && e.FailedTransactionActionIndex is { } gone)
            {
                rows.RemoveAt(gone);
            }
        }
    }

    private static TableEntity Marked(string userId, Briefing briefing, string mark, DateTimeOffset at) =>
        new(userId, Key(briefing.Kind, briefing.Date)) { [mark] = at };

    /// <summary>So that newer days sort first.</summary>
    private static string Inverted(DateOnly day) =>
        (DateOnly.MaxValue.DayNumber - day.DayNumber).ToString("D7", CultureInfo.InvariantCulture);

    private static string Key(string kind, DateOnly day) => $"{Inverted(day)}|{TableKeys.Encode(kind)}";

    private static Briefing Read(TableEntity row) => JsonSerializer.Deserialize(row.GetBinary(Body), BriefingJson.Default.Briefing)!;

    private static StoredBriefing Stored(TableEntity row) =>
        new(Read(row), row.ETag, row.GetDateTimeOffset(MailBegunAt), row.GetDateTimeOffset(MailedAt));
}
