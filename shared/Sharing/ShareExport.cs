using System.Runtime.CompilerServices;
using System.Text.Json;
using FitServerless.Accounts;
using FitServerless.Backups;
using FitServerless.Backups.Archives;
using FitServerless.Grants;
using FitServerless.Json;

namespace FitServerless.Sharing;

/// <summary>What the person shares, and what others share with them, by id: who that is, is the other's.</summary>
internal sealed class ShareExport(IShareStore shares, IAccountStore accounts) : IExportSource
{
    public string Folder => "shares";

    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        await using var lines = archive.Lines(Folder);
        foreach (var share in await shares.ListAsync(userId, cancellationToken))
            await lines.WriteAsync(writer => Write(writer, "receiver"u8, share.ReceiverEmail ?? share.ReceiverKey, share), cancellationToken);
        await foreach (var share in ListReceivedAsync(userId, cancellationToken))
            await lines.WriteAsync(writer => Write(writer, "owner"u8, share.OwnerId, share), cancellationToken);
        await lines.CompleteAsync(cancellationToken);
    }

    private async IAsyncEnumerable<Share> ListReceivedAsync(string userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(userId, cancellationToken) is not { } account)
            yield break;
        foreach (var key in Grant.KeysOf(account.Id, account.Email, account.EmailVerifiedAt is not null))
        {
            foreach (var (id, ownerId) in await shares.ListReceivedAsync(key, cancellationToken))
            {
                if (await shares.FindAsync(ownerId, id, cancellationToken) is { } share)
                    yield return share;
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> role, string other, Share share)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, share.Id);
        writer.WriteString(role, other);
        writer.WriteString("kind"u8, ShareKinds.Of(share.Item));
        writer.WriteString("itemId"u8, share.Item.Id);
        writer.WriteString("permission"u8, share.IsEditable ? ShareKinds.Edit : ShareKinds.Read);
        Instants.Write(writer, "createdAt"u8, share.CreatedAt);
        if (share.ExpiresAt is { } expiresAt)
            Instants.Write(writer, "expiresAt"u8, expiresAt);
        writer.WriteEndObject();
    }
}
