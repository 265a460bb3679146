using System.Net.Mail;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;

namespace FitServerless.Mail;

/// <summary>A letter as a message (RFC 5322), its text once or as text and HTML.</summary>
internal static class LetterMessage
{
    /// <exception cref="ArgumentException">The address is none, or the subject or the id have control characters.</exception>
    public static MailMessage Of(Letter letter, MailAddress from)
    {
        Check(letter);
        var message = new MailMessage(from, new MailAddress(letter.To))
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = Lines(letter.Text),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", $"<{Name(letter.Id)}@{from.Host}>");
        // Nobody's vacation notice is to come back (RFC 3834, 5).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Html is { } html)
            message.AlternateViews.Add(Html(html));
        return message;
    }

    /// <summary>The id as 32 letters and digits that tell nothing: it may hold whose the letter is and what it is about.</summary>
    public static string Name(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];

    /// <summary>The mail client folds or refuses line breaks here and there; none gets that far.</summary>
    /// <exception cref="ArgumentException">The address is none, or the subject or the id have control characters.</exception>
    public static void Check(Letter letter)
    {
        ArgumentException.ThrowIfNullOrEmpty(letter.Id);
        if ((letter.Subject + letter.To).Any(char.IsControl))
            throw new ArgumentException("A header has control characters.", nameof(letter));
        if (!MailAddress.TryCreate(letter.To, out var to) || to.Address != letter.To)
            throw new ArgumentException("Not an address.", nameof(letter));
    }

    /// <summary>
    /// What ends lines in mail, also below base64 (RFC 2045, 6.8). The client's quoted-printable would make characters of line ends.
    /// </summary>
    private static string Lines(string text) => text.ReplaceLineEndings("\r\n");

    private static AlternateView Html(string html)
    {
        var view = AlternateView.CreateAlternateViewFromString(Lines(html), Encoding.UTF8, MediaTypeNames.Text.Html);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }
}
