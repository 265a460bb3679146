using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FitServerless.Storage.Sealing;
using Microsoft.Extensions.Options;

namespace FitServerless.Accounts.SecondFactors;

/// <summary>
/// Seals small secrets of accounts for storage, with AES-256-GCM under <c>ENCRYPTION_KEY</c>; without a key they are stored as they are. The
/// id of the account is bound in: a secret that was moved to another row does not open.
/// </summary>
public sealed class SecretSeals(IOptions<EncryptionOptions> options)
{
    private const string Plain = "plain";
    private const int NonceBytes = 12, TagBytes = 16;

    private readonly string? _current = options.Value.Key is { Length: > 0 } key ? EncryptionKey.Parse(key).Id : null;

    private readonly Dictionary<string, byte[]> _keys = options.Value.Previous().Append(options.Value.Key)
        .Where(key => key.Length > 0)
        .DistinctBy(key => EncryptionKey.Parse(key).Id)
        .ToDictionary(key => EncryptionKey.Parse(key).Id, Derive);

    public string Seal(byte[] secret, string accountId)
    {
        if (_current is null)
            return $"{Plain}.{Base64Url.EncodeToString(secret)}";
        var sealedSecret = new byte[NonceBytes + secret.Length + TagBytes];
        var nonce = sealedSecret.AsSpan(0, NonceBytes);
        // Random nonces are good for 2^32 secrets under one key (NIST SP 800-38D, 8.3).
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys[_current], TagBytes);
        aes.Encrypt(nonce, secret, sealedSecret.AsSpan(NonceBytes, secret.Length), sealedSecret.AsSpan(NonceBytes + secret.Length), Bound(accountId));
        return $"{_current}.{Base64Url.EncodeToString(sealedSecret)}";
    }

    /// <exception cref="SealException">The key is not there, or the secret is not what was sealed for the account.</exception>
    public byte[] Open(string text, string accountId)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var bytes = Base64Url.DecodeFromChars(text.AsSpan(dot + 1));
        if (text[..dot] == Plain)
            return bytes;
        return _keys.TryGetValue(text[..dot], out var key)
            ? Decrypt(bytes, key, accountId)
            : throw new SealException($"Sealed with the key {text[..dot]}, which is not among the keys.");
    }

    private static byte[] Decrypt(byte[] bytes, byte[] key, string accountId)
    {
        var secret = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(
                bytes.AsSpan(0, NonceBytes),
                bytes.AsSpan(NonceBytes, secret.Length),
                bytes.AsSpan(NonceBytes + secret.Length),
                secret,
                Bound(accountId));
            return secret;
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new SealException("Not the secret that was sealed for this account.", e);
        }
    }

    private static byte[] Bound(string accountId) => Encoding.UTF8.GetBytes($"second factor of {accountId}");

    /// <summary>A key for this use alone.</summary>
    private static byte[] Derive(string hex) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Convert.FromHexString(hex), EncryptionKey.Length, info: "FitServerless second factors"u8.ToArray());
}
