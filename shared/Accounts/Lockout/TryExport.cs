using System.Text.Json;
using Azure.Data.Tables;
using FitServerless.Backups;
using FitServerless.Backups.Archives;
using FitServerless.Json;
using FitServerless.Storage;

namespace FitServerless.Accounts.Lockout;

/// <summary>Counts of failed tries at the account, by its id and by its address.</summary>
internal sealed class TryExport(AppTables tables, IAccountStore accounts) : IExportSource
{
    public string Folder => "tries";

    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(userId, cancellationToken) is not { } account)
            return;
        await using var lines = archive.Lines(Folder);
        foreach (var subject in new[] { account.Id, EmailAddress.Key(account.Email) })
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {subject}");
            await foreach (var row in tables.SignInTries.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
                await lines.WriteAsync(writer => Write(writer, row.RowKey, TableTryStore.FromRow(row)), cancellationToken);
        }

        await lines.CompleteAsync(cancellationToken);
    }

    private static void Write(Utf8JsonWriter writer, string kind, FailedTries tries)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, kind);
        writer.WriteNumber("failures"u8, tries.Count);
        Instants.Write(writer, "lastAt"u8, tries.LastAt);
        writer.WriteEndObject();
    }
}
