using Azure.Data.Tables;
using FitServerless.Storage;
using FitServerless.Sync;

namespace FitServerless.Backups.Restores;

/// <summary>The journal of a user's restore, a row of the user's own partition. One transaction a call.</summary>
internal sealed class RestoreJournals(AppTables tables)
{
    /// <summary>Sorts beside no document, log or list.</summary>
    private const string RowKey = "restore";

    private readonly TableClient _table = tables.UserData;

    public async Task<RestoreJournal?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(userId, RowKey, cancellationToken: cancellationToken);
        return found.HasValue ? FromRow(found.Value!) : null;
    }

    public Task WriteAsync(string userId, RestoreJournal journal, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(ToRow(userId, journal), TableUpdateMode.Replace, cancellationToken);

    public Task RemoveAsync(string userId, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(userId, RowKey, cancellationToken: cancellationToken);

    private static TableEntity ToRow(string userId, RestoreJournal journal) => new(userId, RowKey)
    {
        [nameof(RestoreJournal.RestoreId)] = journal.RestoreId,
        [nameof(RestoreJournal.Backup)] = journal.Backup.ToString(),
        [nameof(RestoreJournal.Sha256)] = journal.Sha256,
        [nameof(RestoreJournal.Mode)] = journal.Mode.ToString(),
        [nameof(RestoreJournal.Start)] = journal.Start.Ticks,
        [nameof(RestoreJournal.At)] = journal.At,
        [nameof(RestoreJournal.Before)] = journal.Before.ToString(),
        [nameof(RestoreJournal.Done)] = journal.Done,
    };

    private static RestoreJournal FromRow(TableEntity row) => new(
        row.GetString(nameof(RestoreJournal.RestoreId))!,
        Id(row, nameof(RestoreJournal.Backup)),
        row.GetString(nameof(RestoreJournal.Sha256))!,
        Enum.Parse<RestoreMode>(row.GetString(nameof(RestoreJournal.Mode))!),
        new Sequence(row.GetInt64(nameof(RestoreJournal.Start))!.Value),
        row.GetDateTimeOffset(nameof(RestoreJournal.At))!.Value,
        Id(row, nameof(RestoreJournal.Before)),
        row.GetInt32(nameof(RestoreJournal.Done))!.Value);

    private static BackupId Id(TableEntity row, string name) =>
        BackupId.TryParse(row.GetString(name), out var id) ? id : throw new FormatException($"{name} of a journal is no backup.");
}
