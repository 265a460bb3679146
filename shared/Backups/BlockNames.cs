using System.Security.Cryptography;
using FitServerless.Storage.Sealing;

namespace FitServerless.Backups;

/// <summary>
/// Names of blocks. They are of one length, as a blob asks for, and those of two writers never meet. The name of a block that is sealed by
/// itself is all that is to be known of it before it can be opened: the key's id and the salt; others have zeros for the key's id.
/// </summary>
internal static class BlockNames
{
    private const int KeyIdBytes = 8, SaltBytes = 16;

    private static readonly string NoKey = new('0', 2 * KeyIdBytes);

    /// <param name="header">A new one; <c>null</c> for a block that is not sealed.</param>
    public static string New(SealHeader? header)
    {
        var salt = header is null ? RandomNumberGenerator.GetBytes(SaltBytes) : Convert.FromHexString(header.Salt);
        return Convert.ToBase64String([.. Convert.FromHexString(header?.KeyId ?? NoKey), .. salt]);
    }

    /// <returns><c>null</c> for a block that is not sealed.</returns>
    public static SealHeader? Header(string name)
    {
        var bytes = Convert.FromBase64String(name);
        var keyId = Convert.ToHexStringLower(bytes, 0, KeyIdBytes);
        return keyId == NoKey ? null : new SealHeader(keyId, Convert.ToHexStringLower(bytes, KeyIdBytes, SaltBytes));
    }
}
