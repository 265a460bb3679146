using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using FitServerless.Secrets;

namespace FitServerless.Accounts;

/// <summary>How tokens are signed and how long they live.</summary>
public sealed class AccountOptions : IValidatableObject
{
    public const string Section = "Accounts";

    /// <summary>256 bits: RFC 7518, 3.2 asks for a key no shorter than the hash.</summary>
    private const int MinSecretBytes = 32;

    /// <summary>Base64 of at least 32 random bytes; from the setting <c>JWT_SECRET</c>.</summary>
    public string JwtSecret { get; set; } = "";

    public string Issuer { get; set; } = "fitserverless";

    public string Audience { get; set; } = "fitserverless";

    [Range(1, 24 * 60)]
    public int AccessTokenMinutes { get; set; } = 15;

    [Range(1, 400)]
    public int RefreshTokenDays { get; set; } = 60;

    /// <summary>How long the token before the last may be presented again, because the answer to its first use was lost.</summary>
    [Range(0, 300)]
    public int RefreshGraceSeconds { get; set; } = 30;

    /// <summary>Rounds of PBKDF2-HMAC-SHA512; OWASP's password storage cheat sheet asks for 210,000.</summary>
    [Range(1_000, 10_000_000)]
    public int PasswordIterations { get; set; } = 210_000;

    /// <summary>The tier of new accounts: free or pro.</summary>
    [AllowedValues(Tiers.Free, Tiers.Pro)]
    public string DefaultTier { get; set; } = Tiers.Free;

    /// <exception cref="FormatException">Not base64; start-up has refused that.</exception>
    public byte[] SecretBytes() => Convert.FromBase64String(JwtSecret);

    /// <summary>A key for another purpose, which tells nothing of the secret nor of other keys (HKDF, RFC 5869).</summary>
    public byte[] DeriveKey(string purpose) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, SecretBytes(), MinSecretBytes, info: Encoding.UTF8.GetBytes($"FitServerless {purpose}"));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var buffer = new byte[JwtSecret.Length];
        if (!Convert.TryFromBase64String(JwtSecret, buffer, out var bytes) || bytes < MinSecretBytes
            || !RandomBytes.ArePlausible(buffer.AsSpan(0, bytes)))
            yield return new ValidationResult($"Set JWT_SECRET to base64 of at least {MinSecretBytes} random bytes (openssl rand -base64 32).");
    }
}
