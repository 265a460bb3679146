namespace FitServerless.Accounts;

/// <summary>What an account may do. An access token carries them, so a change shows within its lifetime.</summary>
public static class Roles
{
    public const string User = "user";

    public const string Trainer = "trainer";

    public const string Admin = "admin";
}
