using System.Globalization;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Coach.Answers;

/// <summary>
/// A partition a UTC day, so that old ones are dropped whole; an answer that still lives is in today's or yesterday's. In it a user's own
/// answers stand together, for the day when the user wants them gone.
/// </summary>
internal sealed class TableAnswerStore(AppTables tables) : IAnswerStore
{
    private const string Bytes = nameof(Bytes);
    private const string ExpiresAt = nameof(ExpiresAt);

    private readonly TableClient _table = tables.AiAnswers;

    public async Task<byte[]?> FindAsync(AnswerKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await Task.WhenAll(FindRowAsync(key, now, cancellationToken), FindRowAsync(key, now.AddDays(-1), cancellationToken));
        return Array.Find(rows, row => row?.GetDateTimeOffset(ExpiresAt) > now)?.GetBinary(Bytes);
    }

    public Task KeepAsync(AnswerKey key, byte[] bytes, DateTimeOffset now, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(Partition(now), RowKey(key)) { [Bytes] = bytes, [ExpiresAt] = now + AnswerKeeper.Lifetime },
        TableUpdateMode.Replace,
        cancellationToken);

    private static string Partition(DateTimeOffset day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string RowKey(AnswerKey key) => $"{key.UserId}|{key.Hash}";

    private async Task<TableEntity?> FindRowAsync(AnswerKey key, DateTimeOffset day, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition(day), RowKey(key), cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }
}
