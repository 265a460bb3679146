using System.Text.Json;
using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Notifications;
using FitServerless.Privacy;

namespace FitServerless.Sharing;

/// <summary>
/// What of a share both sides can look up afterwards. Entries name the share by its id and no person; where the other side was is none of
/// anybody's business. A receiver who was named by an address is not told: nothing looks whose it is.
/// </summary>
internal sealed class ShareTrail(AuditLog audit, NotificationInbox inbox, IPeople people)
{
    private static readonly AuditOrigin ByOwner = new("owner", null);

    private static readonly AuditOrigin ByReceiver = new("receiver", null);

    public async Task GivenAsync(Caller owner, Share share, CancellationToken cancellationToken)
    {
        await audit.AuditAsync(owner.Id, AuditActions.ShareGiven, owner.Origin, Details(share, share.IsEditable), cancellationToken);
        if (share.ReceiverEmail is not null
            || await people.FindAsync(share.ReceiverKey, cancellationToken) is not { } receiver
            || await people.FindAsync(owner.Id, cancellationToken) is not { } person)
            return;
        await audit.AuditAsync(receiver.Id, AuditActions.ShareGiven, ByOwner, Details(share, share.IsEditable), cancellationToken);
        await inbox.AddAsync(receiver.Id, Notice(person, share), cancellationToken);
    }

    public async Task TakenBackAsync(Caller owner, Share share, CancellationToken cancellationToken)
    {
        await audit.AuditAsync(owner.Id, AuditActions.ShareEnded, owner.Origin, share.Id, cancellationToken);
        if (share.ReceiverEmail is null && await people.FindAsync(share.ReceiverKey, cancellationToken) is { } receiver)
            await audit.AuditAsync(receiver.Id, AuditActions.ShareEnded, ByOwner, share.Id, cancellationToken);
    }

    public Task GivenBackAsync(Caller receiver, Share share, CancellationToken cancellationToken) => Task.WhenAll(
        audit.AuditAsync(share.OwnerId, AuditActions.ShareEnded, ByReceiver, share.Id, cancellationToken),
        audit.AuditAsync(receiver.Id, AuditActions.ShareEnded, receiver.Origin, share.Id, cancellationToken));

    /// <summary>Two transactions at once.</summary>
    public Task UsedAsync(Caller receiver, Share share, bool isEdit, CancellationToken cancellationToken) => Task.WhenAll(
        audit.AuditAsync(share.OwnerId, AuditActions.ShareUsed, ByReceiver, Details(share, isEdit), cancellationToken),
        audit.AuditAsync(receiver.Id, AuditActions.ShareUsed, receiver.Origin, Details(share, isEdit), cancellationToken));

    private static string Details(Share share, bool isEdit) =>
        $"{share.Id}: {(isEdit ? ShareKinds.Edit : ShareKinds.Read)} a {ShareKinds.Of(share.Item)}";

    /// <summary>Its id is the share's, so that sharing again and again is one notice.</summary>
    private static NewNotification Notice(Person owner, Share share)
    {
        var (what, name) = (ShareKinds.Of(share.Item), owner.Name ?? owner.Email);
        return new NewNotification(
            $"share-{share.Id}",
            NotificationKind.Share,
            $"{name} shares a {what} with you",
            share.IsEditable ? $"You may read and change the {what}." : $"You may read the {what}.",
            JsonElement.Parse($$"""{"shareId":"{{share.Id}}","kind":"{{what}}"}"""),
            About: owner.Id);
    }
}
