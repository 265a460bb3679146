namespace FitServerless.Accounts;

/// <summary>
/// What an account may have more of than others. Operators give it; an access token carries it, so a change shows within its lifetime.
/// </summary>
public static class Tiers
{
    public const string Free = "free";

    public const string Pro = "pro";
}
