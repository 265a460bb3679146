using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Cleanup;

/// <summary>
/// Who has something that expires, by the day on which to look, so that a cleanup reads only what is due. A day is a partition
/// (<c>{kind}|{day}</c>, a row for each owner), and each owner has one too (<c>owner|{owner}</c>, a row for each kind and day), by which the
/// days are found again: when something is noted, and when the owner is to be forgotten.
/// </summary>
public sealed class ExpiryIndex(AppTables tables, TimeProvider clock)
{
    /// <summary>About 200 bytes each, so 4 MB. What is forgotten costs one transaction.</summary>
    private const int Capacity = 20_000;

    private const string DayFormat = "yyyyMMdd";

    private readonly TableClient _table = tables.Expiry;
    private readonly ConcurrentDictionary<(string Kind, string Owner), DateOnly> _noted = new();

    /// <summary>
    /// Notes that by the end of a day something of the owner's is due. Call it before writing the thing: a note too many is harmless, one too few
    /// keeps the thing for ever. An earlier note that is still to come will do, for whoever purges notes what is left then. Mostly no transaction;
    /// one in a process that has not noted this owner and kind before, three where there is no note.
    /// </summary>
    public async Task NoteAsync(string kind, string owner, DateOnly day, CancellationToken cancellationToken)
    {
        // Today's may be looked at while the thing is being written, by a process whose clock is ahead.
        var tomorrow = Today().AddDays(1);
        if (_noted.TryGetValue((kind, owner), out var known) && known >= tomorrow && known <= day)
            return;
        var noted = await FindAsync(kind, owner, tomorrow, day, cancellationToken);
        if (noted is null)
            await WriteAsync(kind, owner, day, cancellationToken);
        if (_noted.Count >= Capacity)
            _noted.Clear();
        _noted[(kind, owner)] = noted ?? day;
    }

    /// <summary>Who is due by the end of a day, missed days included, in pages of one day. One transaction for each 1,000.</summary>
    internal async IAsyncEnumerable<ExpiryPage> ReadDueAsync(
        string kind, DateOnly day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, last) = (DayPartition(kind, DateOnly.MinValue), DayPartition(kind, day));
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey le {last}");
        await foreach (var page in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).AsPages())
        {
            foreach (var rows in page.Values.GroupBy(row => row.PartitionKey))
            {
                foreach (var some in rows.Chunk(ExpiryPage.MaxOwners))
                    yield return new ExpiryPage(kind, ParseDay(rows.Key[(kind.Length + 1)..]), [.. some.Select(row => row.GetString("Owner")!)]);
            }
        }
    }

    /// <summary>
    /// Replaces a page's notes by those of the owners' next days. One transaction for each owner, one for each next day, one more. Killed before
    /// the last, the page is due again.
    /// </summary>
    internal async Task MoveAsync(ExpiryPage page, IReadOnlyDictionary<string, DateOnly?> next, CancellationToken cancellationToken)
    {
        foreach (var later in next.Where(one => one.Value is not null).GroupBy(one => one.Value!.Value))
        {
            await _table.SubmitTransactionAsync(
                later.Select(one => Upsert(DayRow(page.Kind, one.Key, later.Key))), cancellationToken);
        }

        foreach (var (owner, day) in next)
        {
            if (day is { } later)
                await _table.UpsertEntityAsync(OwnerRow(page.Kind, owner, later), TableUpdateMode.Replace, cancellationToken);
            await _table.DeleteEntityAsync(OwnerPartition(owner), OwnerKey(page.Kind, page.Day), cancellationToken: cancellationToken);
        }

        await _table.DeleteRowsAsync(DayPartition(page.Kind, page.Day), next.Keys.Select(TableKeys.Encode), null, cancellationToken);
    }

    /// <summary>Forgets the owner. One transaction to find the notes, one for each day, one more.</summary>
    public async Task EraseAsync(string owner, CancellationToken cancellationToken)
    {
        var rowKeys = new List<string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {OwnerPartition(owner)}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            await _table.DeleteEntityAsync(row.RowKey, TableKeys.Encode(owner), cancellationToken: cancellationToken);
            rowKeys.Add(row.RowKey);
        }

        await _table.DeleteRowsAsync(OwnerPartition(owner), rowKeys, null, cancellationToken);
        foreach (var key in _noted.Keys.Where(key => key.Owner == owner))
            _noted.TryRemove(key, out _);
    }

    private async Task<DateOnly?> FindAsync(string kind, string owner, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (first, last) = (OwnerKey(kind, from), OwnerKey(kind, to));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {OwnerPartition(owner)} and RowKey ge {first} and RowKey le {last}");
        var row = await _table.QueryAsync<TableEntity>(filter, 1, cancellationToken: cancellationToken).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : ParseDay(row.RowKey[(kind.Length + 1)..]);
    }

    /// <summary>
    /// The day's row first: whoever finds the owner's may rely on it. Killed between, the caller has written nothing yet and repeats.
    /// </summary>
    private async Task WriteAsync(string kind, string owner, DateOnly day, CancellationToken cancellationToken)
    {
        await _table.UpsertEntityAsync(DayRow(kind, owner, day), TableUpdateMode.Replace, cancellationToken);
        await _table.UpsertEntityAsync(OwnerRow(kind, owner, day), TableUpdateMode.Replace, cancellationToken);
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static string DayPartition(string kind, DateOnly day) => OwnerKey(kind, day);

    private static string OwnerPartition(string owner) => $"owner|{TableKeys.Encode(owner)}";

    private static string OwnerKey(string kind, DateOnly day) => $"{kind}|{day.ToString(DayFormat, CultureInfo.InvariantCulture)}";

    private static DateOnly ParseDay(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);

    private static TableEntity DayRow(string kind, string owner, DateOnly day) =>
        new(DayPartition(kind, day), TableKeys.Encode(owner)) { ["Owner"] = owner };

    private static TableEntity OwnerRow(string kind, string owner, DateOnly day) => new(OwnerPartition(owner), OwnerKey(kind, day));

    private static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);
}
