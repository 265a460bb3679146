using Azure.Data.Tables;

namespace FitServerless.Sync;

/// <summary>Reads the lists of documents, newest first.</summary>
internal sealed class TableListReader(TableClient table)
{
    /// <summary>The service's own limit of a page.</summary>
    private const int PageRows = 1000;

    public async Task<ListPage> ReadAsync(string userId, ListQuery query, CancellationToken cancellationToken)
    {
        var start = SyncRowKeys.ListStart(query.Collection, query.To);
        var after = query.Cursor is { } cursor && string.CompareOrdinal(cursor, start) > 0 ? cursor : start;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {userId} and RowKey gt {after} and RowKey lt {SyncRowKeys.ListEnd(query.Collection, query.From)}");
        if (query.Tag is { } tag)
            filter = $"{filter} and {TableClient.CreateQueryFilter($"Tag eq {tag}")}";

        var items = new List<StoredJson>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, query.Limit, cancellationToken: cancellationToken))
        {
            items.Add(BodyColumns.Read(row));
            if (items.Count == query.Limit)
                return new ListPage(items, row.RowKey);
        }

        return new ListPage(items, null);
    }

    public async Task<ILookup<string, StoredJson>> ReadSeveralAsync(
        string userId, IReadOnlyList<ListQuery> queries, CancellationToken cancellationToken)
    {
        // The service reads a range of keys, and filters what is in it; so it is told the whole range beside the stretches. Five of
        // them, two with a tag, and the range make 15 comparisons, which is what a filter may hold.
        var first = queries.Select(query => SyncRowKeys.ListStart(query.Collection, query.To)).Min(StringComparer.Ordinal)!;
        var last = queries.Select(query => SyncRowKeys.ListEnd(query.Collection, query.From)).Max(StringComparer.Ordinal)!;
        var range = TableClient.CreateQueryFilter($"PartitionKey eq {userId} and RowKey gt {first} and RowKey lt {last}");
        var filter = $"{range} and ({string.Join(" or ", queries.Select(Stretch))})";
        var rows = await table.QueryAsync<TableEntity>(filter, PageRows, cancellationToken: cancellationToken)
            .Take(PageRows).ToListAsync(cancellationToken);
        return rows.ToLookup(row => SyncRowKeys.ListCollection(row.RowKey), BodyColumns.Read);
    }

    private static string Stretch(ListQuery query)
    {
        var filter = TableClient.CreateQueryFilter(
            $"RowKey gt {SyncRowKeys.ListStart(query.Collection, query.To)} and RowKey lt {SyncRowKeys.ListEnd(query.Collection, query.From)}");
        return query.Tag is { } tag ? $"({filter} and {TableClient.CreateQueryFilter($"Tag eq {tag}")})" : $"({filter})";
    }
}
