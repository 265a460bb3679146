using FitServerless.Accounts;

namespace FitServerless.Administration;

/// <summary>What became of a look at the accounts.</summary>
public abstract record DirectoryOutcome
{
    private DirectoryOutcome()
    {
    }

    public sealed record Found(AccountPage Page) : DirectoryOutcome;

    /// <summary>Who asks is no admin, or no longer.</summary>
    public sealed record NotAllowed : DirectoryOutcome;

    public sealed record NoAddress : DirectoryOutcome;

    /// <summary>The page begins nowhere.</summary>
    public sealed record NoCursor : DirectoryOutcome;
}
