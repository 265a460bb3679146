using System.Security.Cryptography;

namespace FitServerless.Storage.Sealing;

/// <summary>What is to be known of a sealed blob before it can be opened. It is no secret and stands in the blob's metadata.</summary>
/// <param name="KeyId">See <see cref="EncryptionKey.Id"/>.</param>
/// <param name="Salt">16 random bytes in hex.</param>
public sealed record SealHeader(string KeyId, string Salt)
{
    /// <summary>The name of the metadata; a blob without is stored as it is.</summary>
    public const string MetadataName = "sealed";

    private const string Version = "1";

    private const int SaltBytes = 16;

    public static SealHeader? Of(IDictionary<string, string> metadata) =>
        metadata.TryGetValue(MetadataName, out var text) ? Parse(text) : null;

    public override string ToString() => $"{Version}.{KeyId}.{Salt}";

    public Dictionary<string, string> ToMetadata() => new() { [MetadataName] = ToString() };

    internal static SealHeader New(string keyId) => new(keyId, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes)));

    /// <exception cref="SealException">Not a header of ours.</exception>
    internal static SealHeader Parse(string text) =>
        text.Split('.') is [Version, var keyId, { Length: 2 * SaltBytes } salt] && salt.All(char.IsAsciiHexDigitLower)
            ? new SealHeader(keyId, salt)
            : throw new SealException("Sealed in a way that is not known.");
}
