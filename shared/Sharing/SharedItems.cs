using System.Text.Json;
using FitServerless.Accounts;
using FitServerless.Grants;
using FitServerless.Sync;

namespace FitServerless.Sharing;

/// <summary>
/// What receivers may. Nothing is remembered: each request asks storage. A thing that has been deleted is not there for the receiver either; brought
/// back, it is shared again.
/// </summary>
public sealed class SharedItems
{
    private readonly IShareStore _shares;
    private readonly DocumentService _documents;
    private readonly ShareTrail _trail;
    private readonly TimeProvider _clock;

    internal SharedItems(IShareStore shares, DocumentService documents, ShareTrail trail, TimeProvider clock) =>
        (_shares, _documents, _trail, _clock) = (shares, documents, trail, clock);

    /// <summary>Whether the receiver may read it now; if so both audit trails have that they did. At most six transactions.</summary>
    /// <param name="id">Whatever the receiver asked for.</param>
    public async Task<SharedRead> OpenAsync(Caller receiver, string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(receiver, id, cancellationToken) is not ({ } share, { } item))
            return new SharedRead.NotFound();
        if (Ciphertext.Is(item.Data))
            return new SharedRead.Encrypted();
        await _trail.UsedAsync(receiver, share, isEdit: false, cancellationToken);
        return new SharedRead.Open(share);
    }

    /// <summary>
    /// It is as an edit of the owner's: devices pull it, and what loses a conflict is in the history. As many transactions as
    /// <see cref="OpenAsync"/>, and those of the edit.
    /// </summary>
    /// <param name="ifVersion">As in <see cref="DocumentService.PutAsync"/>.</param>
    public async Task<SharedEdit> PutAsync(Caller receiver, string id, JsonElement data, int? ifVersion, CancellationToken cancellationToken)
    {
        if (await FindAsync(receiver, id, cancellationToken) is not ({ IsEditable: true } share, { } item))
            return new SharedEdit.NotFound();
        if (Ciphertext.Is(item.Data) || Ciphertext.Is(data))
            return new SharedEdit.Encrypted();
        var result = await _documents.PutAsync(share.OwnerId, share.Item, data, ifVersion, cancellationToken);
        await _trail.UsedAsync(receiver, share, isEdit: true, cancellationToken);
        return new SharedEdit.Done(share.Item.Id, result);
    }

    private async Task<(Share? Share, SyncedDocument? Item)> FindAsync(Caller receiver, string id, CancellationToken cancellationToken)
    {
        foreach (var key in ShareRules.IsId(id) ? Grant.KeysOf(receiver) : [])
        {
            if (await _shares.FindReceivedAsync(key, id, cancellationToken) is { } share && share.IsOpen(_clock.GetUtcNow()))
                return (share, await _documents.FindAsync(share.OwnerId, share.Item, cancellationToken));
        }

        return (null, null);
    }
}
