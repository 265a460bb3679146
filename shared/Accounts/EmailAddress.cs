using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;

namespace FitServerless.Accounts;

/// <summary>E-mail addresses as accounts are found by: one account however an address is written.</summary>
public static class EmailAddress
{
    /// <summary>RFC 5321, 4.5.3.1.3: a path of 256 octets with its brackets.</summary>
    public const int MaxLength = 254;

    public static bool TryNormalize([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? email)
    {
        email = text?.Trim().ToLowerInvariant();
        return email is { Length: > 2 and <= MaxLength }
            && !email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c))
            && MailAddress.TryCreate(email, out var parsed) && parsed.Address == email;
    }
}
