using FitServerless.Accounts;
using FitServerless.Photos;
using FitServerless.Storage;

namespace FitServerless.Files;

/// <summary>
/// A person's picture, without anything that tells where and when it was taken. One blob, so that a new one takes the place of the old at once;
/// the account notes its tag afterwards, and in deletes before: killed in between, the account tells of none or of the one before.
/// </summary>
public sealed class AvatarService
{
    private readonly UserBlobs _blobs;
    private readonly IAccountStore _accounts;

    internal AvatarService(UserBlobs blobs, IAccountStore accounts) => (_blobs, _accounts) = (blobs, accounts);

    /// <summary>False when the account is gone, and then the picture is, too. Two transactions.</summary>
    public async Task<bool> PutAsync(string userId, BarePhoto photo, CancellationToken cancellationToken)
    {
        var written = await _blobs.WriteAsync(FileBlobs.Avatar(userId), photo.Bytes, photo.MediaType, cancellationToken);
        if (await _accounts.SetAvatarAsync(userId, written.Tag.ToString("H").Trim('"'), cancellationToken))
            return true;
        await _blobs.DeleteAsync(FileBlobs.Avatar(userId), cancellationToken);
        return false;
    }

    /// <summary><c>null</c> when there is none. One transaction.</summary>
    /// <exception cref="Storage.Sealing.SealException">It cannot be opened.</exception>
    public Task<StoredBlob?> FindAsync(string userId, CancellationToken cancellationToken) =>
        _blobs.ReadAsync(FileBlobs.Avatar(userId), cancellationToken);

    /// <summary>False when there was none. Two transactions.</summary>
    public async Task<bool> DeleteAsync(string userId, CancellationToken cancellationToken)
    {
        await _accounts.SetAvatarAsync(userId, null, cancellationToken);
        return await _blobs.DeleteAsync(FileBlobs.Avatar(userId), cancellationToken);
    }
}
