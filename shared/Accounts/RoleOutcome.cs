namespace FitServerless.Accounts;

/// <summary>What became of giving or taking a role.</summary>
public enum RoleOutcome
{
    Changed,

    /// <summary>Who asks is no admin, or no longer.</summary>
    NotAllowed,

    /// <summary>No such account, or no role that can be given.</summary>
    NotFound,
}
