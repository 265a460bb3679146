namespace FitServerless.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all: for a server on the same machine or network.</summary>
    None,

    /// <summary>By STARTTLS (RFC 3207), with a certificate that is checked; a server that does not offer it gets no letter.</summary>
    StartTls,
}
