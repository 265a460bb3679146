namespace FitServerless.Accounts;

public enum PasswordCheck
{
    Wrong,
    Right,

    /// <summary>Right, but hashed with fewer rounds than today's: hash it again.</summary>
    RightButWeak,
}
