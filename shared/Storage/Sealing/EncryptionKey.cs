using System.Security.Cryptography;
using FitServerless.Secrets;

namespace FitServerless.Storage.Sealing;

/// <summary>A key that keys of blobs are derived from. Its id, which stands beside each blob, tells nothing of it.</summary>
internal sealed class EncryptionKey
{
    public const int Length = 32;

    private readonly byte[] _secret;

    private EncryptionKey(byte[] secret)
    {
        _secret = secret;
        Id = Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 8, info: "FitServerless key id"u8.ToArray()));
    }

    /// <summary>16 hex digits.</summary>
    public string Id { get; }

    /// <exception cref="FormatException">Not hex; start-up has refused that.</exception>
    public static EncryptionKey Parse(string hex) => new(Convert.FromHexString(hex));

    /// <summary>64 hex digits, and no placeholder.</summary>
    public static bool IsUsable(string hex) =>
        hex.Length == 2 * Length && hex.All(char.IsAsciiHexDigit) && RandomBytes.ArePlausible(Convert.FromHexString(hex));

    /// <summary>A key of its own for each salt, so that the numbers of frames can be nonces.</summary>
    public byte[] Derive(byte[] salt) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, Length, salt, "FitServerless sealed blob"u8.ToArray());
}
