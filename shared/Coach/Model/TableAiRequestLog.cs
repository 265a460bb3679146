using System.Globalization;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Coach.Model;

/// <summary>A partition a UTC day, so that old days are dropped whole; in it a user's rows stand together, in order.</summary>
internal sealed class TableAiRequestLog(AppTables tables) : IAiRequestLog
{
    private readonly TableClient _table = tables.AiRequests;

    // Not an insert: the id is new, and a retry whose first answer was lost must not fail on its own row.
    public Task AddAsync(AiRequest request, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(ToRow(request), TableUpdateMode.Replace, cancellationToken);

    public async Task<IReadOnlyList<AiRequest>> ListAsync(DateOnly day, string userId, CancellationToken cancellationToken)
    {
        var filter = KeyPrefix.Filter(Partition(day), $"{userId}|");
        var requests = new List<AiRequest>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            requests.Add(FromRow(row));
        return requests;
    }

    private static string Partition(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static TableEntity ToRow(AiRequest request) =>
        new(Partition(DateOnly.FromDateTime(request.At.UtcDateTime)), $"{request.UserId}|{Guid.CreateVersion7(request.At):N}")
        {
            [nameof(AiRequest.At)] = request.At,
            [nameof(AiRequest.Purpose)] = request.Purpose,
            [nameof(AiRequest.Model)] = request.Model,
            [nameof(AiRequest.PromptTokens)] = request.PromptTokens,
            [nameof(AiRequest.CompletionTokens)] = request.CompletionTokens,
            [nameof(AiRequest.Outcome)] = request.Outcome,
            [nameof(AiRequest.Milliseconds)] = request.Milliseconds,
        };

    private static AiRequest FromRow(TableEntity row) => new(
        row.RowKey[..row.RowKey.LastIndexOf('|')],
        row.GetDateTimeOffset(nameof(AiRequest.At))!.Value,
        row.GetString(nameof(AiRequest.Purpose))!,
        row.GetString(nameof(AiRequest.Model))!,
        row.GetInt32(nameof(AiRequest.PromptTokens))!.Value,
        row.GetInt32(nameof(AiRequest.CompletionTokens))!.Value,
        row.GetString(nameof(AiRequest.Outcome))!,
        row.GetInt32(nameof(AiRequest.Milliseconds))!.Value);
}
