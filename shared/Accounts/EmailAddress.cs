using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;

namespace FitServerless.Accounts;

/// <summary>
/// E-mail addresses as accounts are found by: one account however an address is written. The domain of an international address becomes ASCII
/// (RFC 5891), which is how mail travels; what stands before the <c>@</c> stays Unicode (RFC 6531).
/// </summary>
public static class EmailAddress
{
    /// <summary>RFC 5321, 4.5.3.1.3: a path of 256 octets with its brackets.</summary>
    public const int MaxLength = 254;

    private static readonly IdnMapping Domains = new() { UseStd3AsciiRules = true };

    public static bool TryNormalize([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? email)
    {
        email = text is { Length: <= MaxLength + 100 } ? AsciiDomain(text.Trim().ToLowerInvariant()) : null;
        return email is { Length: > 2 and <= MaxLength }
            && !email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c))
            && MailAddress.TryCreate(email, out var parsed) && parsed.Address == email;
    }

    /// <summary>
    /// The address as a key: hashed, because it may hold what a key may not, and keys show up in logs and metrics of the service.
    /// </summary>
    /// <param name="email">Normalised.</param>
    public static string Key(string email) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email)));

    private static string? AsciiDomain(string email)
    {
        if (Ascii.IsValid(email))
            return email;
        var at = email.LastIndexOf('@');
        if (at < 0 || email.Any(HasSecondSpelling))
            return null;
        try
        {
            return email[..(at + 1)] + Domains.GetAscii(email[(at + 1)..]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// Characters by which Unicode writes one text in two ways: marks that combine with the letter before them, conjoining Korean letters, and
    /// the compatibility forms of other characters. The app carries no Unicode tables (<c>InvariantGlobalization</c>), so that
    /// <see cref="string.Normalize()"/> leaves them as they are; keyboards do not produce them.
    /// </summary>
    private static bool HasSecondSpelling(char c) => c
        is (>= '\u0300' and <= '\u036F') or (>= '\u1100' and <= '\u11FF') or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF')
        or (>= '\u2000' and <= '\u2BFF') or '\u3099' or '\u309A' or (>= '\uF900' and <= '\uFFFF');
}
