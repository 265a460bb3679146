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
    [Secret("JWT_SECRET")]
    public string JwtSecret { get; set; } = "";

    /// <summary>
    /// The secret before a rotation, from <c>JWT_SECRET_PREVIOUS</c>: what it signed is accepted, and it signs nothing. Take it away when the last
    /// refresh token that it signed has been exchanged or has expired.
    /// </summary>
    [Secret("JWT_SECRET_PREVIOUS")]
    public string JwtSecretPrevious { get; set; } = "";

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

    /// <summary>
    /// False: registering answers 202 whoever has the address, and sends a link to it. True: it answers with tokens, or 409 when the address is
    /// taken, which tells whoever asks that it is.
    /// </summary>
    public bool OpenRegistration { get; set; } = true;

    /// <summary>E-mail addresses of admins, comma-separated; they are when they have signed in by a link.</summary>
    public string Admins { get; set; } = "";

    /// <summary>
    /// Where links in letters lead, for instance <c>https://app.example.com/sign-in</c>; <c>?token=</c> is put behind it. Empty: this app's own
    /// page, under the host name that the platform gives.
    /// </summary>
    [RegularExpression("^(https?://[^?#\\s]+)?$")]
    public string LinkUrl { get; set; } = "";

    [Range(1, 60)]
    public int LinkMinutes { get; set; } = 15;

    /// <summary>Links sent to one address; further requests are answered like the others, and send nothing.</summary>
    [Range(1, 1_000)]
    public int LinksPerAddressAndHour { get; set; } = 6;

    /// <summary>Links asked for from one network source.</summary>
    [Range(1, 100_000)]
    public int LinksPerSourceAndHour { get; set; } = 60;

    /// <summary>Sign-ins that failed from one network source, to whatever accounts: as many as a gym's network may need.</summary>
    [Range(1, 100_000)]
    public int FailuresPerSourceAndHour { get; set; } = 100;

    /// <summary>The tier of new accounts: free or pro.</summary>
    [AllowedValues(Tiers.Free, Tiers.Pro)]
    public string DefaultTier { get; set; } = Tiers.Free;

    public IReadOnlySet<string> AdminEmails() => Admins
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(text => EmailAddress.TryNormalize(text, out var email) ? email : text)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The first signs, and all are accepted.</summary>
    /// <exception cref="FormatException">Not base64; start-up has refused that.</exception>
    public IReadOnlyList<byte[]> SecretBytes() => JwtSecretPrevious.Length == 0
        ? [Convert.FromBase64String(JwtSecret)]
        : [Convert.FromBase64String(JwtSecret), Convert.FromBase64String(JwtSecretPrevious)];

    /// <summary>
    /// A key for another purpose, which tells nothing of the secret nor of other keys (HKDF, RFC 5869). It changes with the secret.
    /// </summary>
    public byte[] DeriveKey(string purpose) => DeriveKeys(purpose)[0];

    /// <summary>The same of each secret: the first signs, and all are accepted.</summary>
    public IReadOnlyList<byte[]> DeriveKeys(string purpose) => [.. SecretBytes().Select(secret => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, secret, MinSecretBytes, info: Encoding.UTF8.GetBytes($"FitServerless {purpose}")))];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsSecret(JwtSecret))
            yield return new ValidationResult($"Set JWT_SECRET to base64 of at least {MinSecretBytes} random bytes (openssl rand -base64 32).");
        if (JwtSecretPrevious.Length > 0 && !IsSecret(JwtSecretPrevious))
            yield return new ValidationResult("Set JWT_SECRET_PREVIOUS to the secret before JWT_SECRET, or leave it out.");
    }

    private static bool IsSecret(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var bytes) && bytes >= MinSecretBytes
            && RandomBytes.ArePlausible(buffer.AsSpan(0, bytes));
    }
}
