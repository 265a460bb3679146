using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace FitServerless.Accounts.SecondFactors;

/// <summary>
/// Seals small secrets of accounts for storage, with AES-256-GCM under <c>ENCRYPTION_KEY</c>; without a key they are stored as they are. The
/// id of the account is bound in: a secret that was moved to another row does not open.
/// </summary>
public sealed class SecretSeals(IOptions<AccountOptions> options)
{
    private const string Plain = "plain";
    private const int NonceBytes = 12, TagBytes = 16, KeyIdLength = 8;

    private readonly IReadOnlyList<byte[]> _keys = options.Value.EncryptionKeys();

    public string Seal(byte[] secret, string accountId)
    {
        if (_keys.Count == 0)
            return $"{Plain}.{Base64Url.EncodeToString(secret)}";
        var sealedSecret = new byte[NonceBytes + secret.Length + TagBytes];
        var nonce = sealedSecret.AsSpan(0, NonceBytes);
        // Random nonces are good for 2^32 secrets under one key (NIST SP 800-38D, 8.3).
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys[0], TagBytes);
        aes.Encrypt(nonce, secret, sealedSecret.AsSpan(NonceBytes, secret.Length), sealedSecret.AsSpan(NonceBytes + secret.Length), Bound(accountId));
        return $"{KeyId(_keys[0])}.{Base64Url.EncodeToString(sealedSecret)}";
    }

    /// <exception cref="CryptographicException">The key is not there, or the secret is not what was sealed for the account.</exception>
    public byte[] Open(string text, string accountId)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var bytes = Base64Url.DecodeFromChars(text.AsSpan(dot + 1));
        if (text[..dot] == Plain)
            return bytes;
        var key = _keys.FirstOrDefault(key => KeyId(key) == text[..dot])
            ?? throw new CryptographicException("Sealed with a key that is not among the keys.");
        var secret = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, secret.Length), bytes.AsSpan(NonceBytes + secret.Length), secret, Bound(accountId));
        return secret;
    }

    private static byte[] Bound(string accountId) => Encoding.UTF8.GetBytes($"second factor of {accountId}");

    /// <summary>Tells keys apart, and nothing of them.</summary>
    private static string KeyId(byte[] key) =>
        Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyIdLength, info: "fitserverless key id"u8.ToArray()));
}
