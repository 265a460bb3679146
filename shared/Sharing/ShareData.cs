using FitServerless.Accounts;
using FitServerless.Privacy;

namespace FitServerless.Sharing;

/// <summary>What somebody has shared, and what others have shared with them, by id and by address.</summary>
internal sealed class ShareData(IShareStore shares, ErasedAddress address) : IPersonalData
{
    public string Name => "shares";

    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        foreach (var share in await shares.ListAsync(userId, cancellationToken))
            await shares.DeleteAsync(share, cancellationToken);
        await EraseReceivedAsync(userId, cancellationToken);
        if (await address.FindAsync(userId, cancellationToken) is { } email)
            await EraseReceivedAsync(EmailAddress.Key(email), cancellationToken);
    }

    private async Task EraseReceivedAsync(string receiverKey, CancellationToken cancellationToken)
    {
        foreach (var (id, ownerId) in await shares.ListReceivedAsync(receiverKey, cancellationToken))
            await shares.DeleteReceivedAsync(ownerId, receiverKey, id, cancellationToken);
    }
}
