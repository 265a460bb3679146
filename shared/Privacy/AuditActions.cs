namespace FitServerless.Privacy;

/// <summary>What stands in a person's audit trail. The names are stored and are a contract: new ones may be added, old ones never renamed.</summary>
public static class AuditActions
{
    public const string SignedUp = "signed-up";

    public const string SignedIn = "signed-in";

    /// <summary>A sign-in that was refused; those of an hour are one entry with a count.</summary>
    public const string SignInFailed = "sign-in-failed";

    public const string SignedOut = "signed-out";

    public const string SessionRevoked = "session-revoked";

    public const string PasswordChanged = "password-changed";

    public const string TwoFactorEnabled = "two-factor-enabled";

    public const string TwoFactorDisabled = "two-factor-disabled";

    public const string GrantGiven = "grant-given";

    public const string GrantRevoked = "grant-revoked";

    /// <summary>A trainer read or wrote by a grant; the details say by which, and what.</summary>
    public const string GrantUsed = "grant-used";

    public const string ShareGiven = "share-given";

    public const string ShareEnded = "share-ended";

    /// <summary>A single thing that is shared was read or changed; the details say by which share. Both sides have an entry.</summary>
    public const string ShareUsed = "share-used";

    public const string RolesChanged = "roles-changed";

    public const string DataExported = "data-exported";

    /// <summary>Somebody wanted the account deleted and did not know the password.</summary>
    public const string DeletionRefused = "deletion-refused";

    /// <summary>An administrator looked at the account or changed it.</summary>
    public const string AdminAccess = "admin-access";

    /// <summary>What the person did as an administrator.</summary>
    public const string AdminAction = "admin-action";

    public const string AccountSuspended = "account-suspended";

    public const string AccountRestored = "account-restored";
}
