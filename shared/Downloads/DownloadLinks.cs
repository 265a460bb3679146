using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FitServerless.Accounts;
using Microsoft.Extensions.Options;

namespace FitServerless.Downloads;

/// <summary>
/// Makes links that open without an access token, for programs that cannot send one (a browser's own download, a player), and reads them back.
/// A link names a user and an id and is signed with HMAC-SHA256; it opens that one thing, for one purpose, until it expires. Whoever has it has
/// the thing: it is to be handled like a token. No shared access signature of the storage account: that would give out sealed bytes.
/// </summary>
public sealed class DownloadLinks(IOptions<AccountOptions> accounts, IOptions<DownloadOptions> options, TimeProvider clock)
{
    private const int TimeBytes = sizeof(long);

    private readonly byte[] _key = accounts.Value.DeriveKey("download links");

    /// <param name="purpose">What kind of thing the id names: no link for one kind opens another.</param>
    public DownloadLink Sign(string purpose, string userId, string id)
    {
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().AddMinutes(options.Value.LinkMinutes).ToUnixTimeSeconds());
        var target = Encoding.UTF8.GetBytes($"{userId}\n{id}");
        var claim = new byte[TimeBytes + target.Length];
        BinaryPrimitives.WriteInt64BigEndian(claim, expiresAt.ToUnixTimeSeconds());
        target.CopyTo(claim, TimeBytes);
        return new DownloadLink(Base64Url.EncodeToString([.. claim, .. Mac(purpose, claim)]), expiresAt);
    }

    /// <summary><c>null</c> when it was not made here, not for this purpose, or is too old.</summary>
    public DownloadTarget? Read(string purpose, string token)
    {
        if (!Base64Url.IsValid(token, out var length) || length <= TimeBytes + HMACSHA256.HashSizeInBytes)
            return null;
        var bytes = Base64Url.DecodeFromChars(token);
        var claim = bytes.AsSpan(..^HMACSHA256.HashSizeInBytes);
        if (!CryptographicOperations.FixedTimeEquals(Mac(purpose, claim), bytes.AsSpan(claim.Length))
            || BinaryPrimitives.ReadInt64BigEndian(claim) <= clock.GetUtcNow().ToUnixTimeSeconds())
            return null;
        var target = Encoding.UTF8.GetString(claim[TimeBytes..]);
        var end = target.IndexOf('\n', StringComparison.Ordinal);
        return new DownloadTarget(target[..end], target[(end + 1)..]);
    }

    /// <summary>Each purpose has a key of its own.</summary>
    private byte[] Mac(string purpose, ReadOnlySpan<byte> claim) =>
        HMACSHA256.HashData(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(purpose)), claim);
}
