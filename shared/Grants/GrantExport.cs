using System.Runtime.CompilerServices;
using System.Text.Json;
using FitServerless.Accounts;
using FitServerless.Backups;
using FitServerless.Backups.Archives;
using FitServerless.Json;

namespace FitServerless.Grants;

/// <summary>What the person allows others, and whose data they may see, by id: who that is, is the other's.</summary>
internal sealed class GrantExport(IGrantStore grants, IAccountStore accounts) : IExportSource
{
    public string Folder => "grants";

    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        await using var lines = archive.Lines(Folder);
        foreach (var grant in await grants.ListAsync(userId, cancellationToken))
            await lines.WriteAsync(writer => Write(writer, "trainer"u8, grant.TrainerEmail ?? grant.TrainerKey, grant), cancellationToken);
        await foreach (var grant in ListGotAsync(userId, cancellationToken))
            await lines.WriteAsync(writer => Write(writer, "client"u8, grant.ClientId, grant), cancellationToken);
        await lines.CompleteAsync(cancellationToken);
    }

    private async IAsyncEnumerable<Grant> ListGotAsync(string userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(userId, cancellationToken) is not { } account)
            yield break;
        foreach (var key in Grant.KeysOf(account.Id, account.Email, account.EmailVerifiedAt is not null))
        {
            foreach (var clientId in await grants.ListClientsAsync(key, cancellationToken))
            {
                if (await grants.FindAsync(clientId, key, cancellationToken) is { } grant)
                    yield return grant;
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> role, string other, Grant grant)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, grant.Id);
        writer.WriteString(role, other);
        writer.WriteString("scopes"u8, string.Join(' ', grant.Scopes));
        Instants.Write(writer, "createdAt"u8, grant.CreatedAt);
        if (grant.ExpiresAt is { } expiresAt)
            Instants.Write(writer, "expiresAt"u8, expiresAt);
        writer.WriteEndObject();
    }
}
