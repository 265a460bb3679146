namespace FitServerless.Administration;

/// <summary>What became of shutting an account, or of letting its owner in again.</summary>
public enum SuspensionOutcome
{
    /// <summary>It is so now, and may have been before.</summary>
    Done,

    /// <summary>Who asks is no admin, or no longer.</summary>
    NotAllowed,

    NotFound,

    /// <summary>An admin is not shut out before somebody took the role: so nobody shuts out themself, nor two admins each other.</summary>
    IsAdmin,

    /// <summary>The reason is too long, or not plain text.</summary>
    BadReason,
}
