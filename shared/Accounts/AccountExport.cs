using FitServerless.Backups;
using FitServerless.Backups.Archives;
using FitServerless.Json;

namespace FitServerless.Accounts;

/// <summary>The account itself, without its password's hash.</summary>
internal sealed class AccountExport(IAccountStore accounts) : IExportSource
{
    public string Folder => "account";

    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(userId, cancellationToken) is not { } account)
            return;
        await using var lines = archive.Lines(Folder);
        await lines.WriteAsync(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("id"u8, account.Id);
                writer.WriteString("email"u8, account.Email);
                writer.WriteString("name"u8, account.Name);
                writer.WriteStartArray("roles"u8);
                foreach (var role in account.Roles)
                    writer.WriteStringValue(role);
                writer.WriteEndArray();
                writer.WriteString("timeZone"u8, account.TimeZone);
                writer.WriteString("tier"u8, account.Tier);
                Instants.Write(writer, "createdAt"u8, account.CreatedAt);
                writer.WriteEndObject();
            },
            cancellationToken);
        await lines.CompleteAsync(cancellationToken);
    }
}
