using Azure;
using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Accounts.Lockout;

/// <summary>A row for each subject and kind that has failed since it last succeeded.</summary>
internal sealed class TableTryStore(AppTables tables, ExpiryIndex expiry) : ITryStore
{
    private readonly TableClient _table = tables.SignInTries;

    public async Task<FailedTries> FindAsync(TryKey key, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(key.Subject, key.Kind, cancellationToken: cancellationToken);
        return row.HasValue ? FromRow(row.Value!) : FailedTries.None;
    }

    public async Task<bool> TryWriteAsync(TryKey key, FailedTries tries, CancellationToken cancellationToken)
    {
        var row = new TableEntity(key.Subject, key.Kind)
        {
            [nameof(FailedTries.Count)] = tries.Count,
            [nameof(FailedTries.LastAt)] = tries.LastAt,
            [nameof(FailedTries.ExpiresAt)] = tries.ExpiresAt,
        };
        await expiry.NoteAsync(TryExpiry.Name, key.Subject, DateOnly.FromDateTime(tries.ExpiresAt.UtcDateTime), cancellationToken);
        try
        {
            if (tries.ETag == default)
                await _table.AddEntityAsync(row, cancellationToken);
            else
                await _table.UpdateEntityAsync(row, tries.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 || (e.Status == 404 && e.ErrorCode == "ResourceNotFound"))
        {
            return false;
        }
    }

    public Task DeleteAsync(TryKey key, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(key.Subject, key.Kind, ETag.All, cancellationToken);

    internal static FailedTries FromRow(TableEntity row) => new(
        row.GetInt32(nameof(FailedTries.Count))!.Value, row.GetDateTimeOffset(nameof(FailedTries.LastAt))!.Value,
        row.GetDateTimeOffset(nameof(FailedTries.ExpiresAt))!.Value, row.ETag);
}
