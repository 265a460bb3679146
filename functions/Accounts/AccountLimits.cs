namespace FitServerless.Functions.Accounts;

internal static class AccountLimits
{
    /// <summary>Bytes of a body on the account routes.</summary>
    public const int Body = 16 * 1024;
}
