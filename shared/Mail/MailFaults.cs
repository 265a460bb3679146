using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Polly.Timeout;

namespace FitServerless.Mail;

/// <summary>What can go wrong with a mail server, and what to make of it. Reply codes: RFC 5321, 4.2.3.</summary>
internal static class MailFaults
{
    /// <summary>454 of RFC 3207: TLS is not available for some temporary reason.</summary>
    private const SmtpStatusCode TlsUnavailable = SmtpStatusCode.ClientNotPermitted;

    /// <summary>Busy, short of something, or not reached: the next attempt may go better.</summary>
    public static bool IsTransient(Exception fault) => fault switch
    {
        TimeoutRejectedException => true,
        SmtpException
        {
            StatusCode: SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy or SmtpStatusCode.LocalErrorInProcessing,
        } => true,
        SmtpException { StatusCode: SmtpStatusCode.InsufficientStorage or TlsUnavailable } => true,
        // The client says so of all that is no reply.
        SmtpException { StatusCode: SmtpStatusCode.GeneralFailure } e => e.InnerException is IOException or SocketException,
        _ => false,
    };

    /// <summary>It is this letter or its address that the server does not take, not us.</summary>
    public static bool IsRefusal(Exception fault) => fault is SmtpException
    {
        StatusCode: SmtpStatusCode.SyntaxError
            or SmtpStatusCode.MailboxUnavailable
            or SmtpStatusCode.UserNotLocalTryAlternatePath
            or SmtpStatusCode.ExceededStorageAllocation
            or SmtpStatusCode.MailboxNameNotAllowed
            or SmtpStatusCode.TransactionFailed
    };

    /// <summary>The server's fault or its operator's, and not the caller's cancellation or a bug.</summary>
    public static bool IsFault(Exception fault) => fault is SmtpException or AuthenticationException or IOException or TimeoutRejectedException;

    /// <summary>Without the reply's text, which may repeat an address.</summary>
    public static string Reason(Exception fault) => fault switch
    {
        TimeoutRejectedException => "no answer in time",
        AuthenticationException or SmtpException { InnerException: AuthenticationException } => "its certificate or our password is not good",
        SmtpException { StatusCode: SmtpStatusCode.GeneralFailure } => "not reached, or cut off",
        SmtpException e => $"it answered {(int)e.StatusCode}",
        _ => "not reached, or cut off",
    };
}
