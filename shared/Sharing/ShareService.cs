using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Accounts.Sessions;
using FitServerless.Grants;
using FitServerless.Sync;

namespace FitServerless.Sharing;

/// <summary>Giving and ending shares. Giving one by e-mail does the same whether or not the address has an account: nothing looks.</summary>
public sealed class ShareService : IGivenAccess
{
    /// <summary>Reads that a list has under way.</summary>
    private const int AtOnce = 50;

    private readonly IShareStore _shares;
    private readonly DocumentService _documents;
    private readonly IPeople _people;
    private readonly SessionService _sessions;
    private readonly ShareTrail _trail;
    private readonly TimeProvider _clock;

    internal ShareService(
        IShareStore shares, DocumentService documents, IPeople people, SessionService sessions, ShareTrail trail, TimeProvider clock) =>
        (_shares, _documents, _people, _sessions, _trail, _clock) = (shares, documents, people, sessions, trail, clock);

    /// <summary>
    /// A repeat for the same receiver replaces the first. Seven transactions; of a share by id, where there is such an account, six more: the owner,
    /// the receiver's trail and the receiver's inbox.
    /// </summary>
    public async Task<ShareOutcome> GiveAsync(Caller owner, ShareRequest request, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        if (ShareRules.Check(request, owner, now) is { Count: > 0 } errors)
            return new ShareOutcome.Invalid(errors);
        if (await _sessions.FindAsync(owner, cancellationToken) is null)
            return new ShareOutcome.SignedOut();
        var share = ShareRules.ToShare(request, owner, now);
        if (await _documents.FindAsync(owner.Id, share.Item, cancellationToken) is not { } item)
            return new ShareOutcome.NotFound();
        if (Ciphertext.Is(item.Data))
            return new ShareOutcome.Encrypted();
        if ((await _shares.ListAsync(owner.Id, cancellationToken)).Count(other => other.Id != share.Id) >= ShareRules.MaxShares)
            return new ShareOutcome.TooMany();
        await _shares.PutAsync(share, cancellationToken);
        await _trail.GivenAsync(owner, share, cancellationToken);
        return new ShareOutcome.Given(share);
    }

    /// <summary>What somebody has given, expired ones too, the oldest first. One transaction.</summary>
    public async Task<IReadOnlyList<Share>> ListGivenAsync(string ownerId, CancellationToken cancellationToken) =>
        [.. (await _shares.ListAsync(ownerId, cancellationToken)).OrderBy(share => share.CreatedAt)];

    /// <summary>
    /// A page of what somebody has got, by id and then by address; of that, what they may open, the oldest first. One or two transactions, and at
    /// most two for each.
    /// </summary>
    /// <param name="cursor">What the page before ended with, or <c>null</c>.</param>
    /// <param name="limit">At most 1,000. What has ended counts, so that a page may have fewer, even none, and there are more all the same.</param>
    public async Task<ReceivedPage> ListReceivedAsync(Caller receiver, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var (keys, start) = (Grant.KeysOf(receiver), ReceivedCursor.Read(cursor));
        var (found, last) = (new List<ReceivedShare>(), start);
        var left = limit;
        for (var key = start.Key; key < keys.Count && left > 0; key++)
        {
            var got = await _shares.ListReceivedAsync(keys[key], key == start.Key ? start.Id : "", left, cancellationToken);
            foreach (var some in got.Chunk(AtOnce))
                found.AddRange(await OpenAsync(some, cancellationToken));
            left -= got.Count;
            last = got.Count > 0 ? new ReceivedCursor(key, got[^1].Id) : last;
        }

        return new ReceivedPage([.. found.OrderBy(received => received.Share.CreatedAt)], left == 0 ? last.ToString() : null);
    }

    /// <summary>By the owner or the receiver; good no more from then on. False when there is no such share.</summary>
    public async Task<bool> EndAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        if (!ShareRules.IsId(id))
            return false;
        if (await _shares.FindAsync(caller.Id, id, cancellationToken) is { } given)
        {
            await _shares.DeleteAsync(given, cancellationToken);
            await _trail.TakenBackAsync(caller, given, cancellationToken);
            return true;
        }

        foreach (var key in Grant.KeysOf(caller))
        {
            if (await _shares.FindReceivedAsync(key, id, cancellationToken) is not { } got)
                continue;
            await _shares.DeleteReceivedAsync(got.OwnerId, key, id, cancellationToken);
            await _trail.GivenBackAsync(caller, got, cancellationToken);
            return true;
        }

        return false;
    }

    public async Task EndAllAsync(string userId, CancellationToken cancellationToken)
    {
        foreach (var share in await _shares.ListAsync(userId, cancellationToken))
            await _shares.DeleteAsync(share, cancellationToken);
    }

    private async Task<IEnumerable<ReceivedShare>> OpenAsync(
        IReadOnlyList<(string Id, string OwnerId)> got, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var read = await Task.WhenAll(got.Select(one => _shares.FindAsync(one.OwnerId, one.Id, cancellationToken)));
        var open = read.OfType<Share>().Where(share => share.IsOpen(now)).ToList();
        var ids = open.Select(share => share.OwnerId).Distinct();
        var people = await Task.WhenAll(ids.Select(id => _people.FindAsync(id, cancellationToken)));
        var owners = people.OfType<Person>().ToDictionary(person => person.Id);
        return open.Where(share => owners.ContainsKey(share.OwnerId)).Select(share => new ReceivedShare(share, owners[share.OwnerId]));
    }
}
