namespace FitServerless.Accounts;

public enum RefreshVerdict
{
    /// <summary>Expired, revoked or never issued.</summary>
    Refuse,

    /// <summary>Give out the next one.</summary>
    Rotate,

    /// <summary>Give out the current one again.</summary>
    Repeat,

    /// <summary>A token was used twice: end the whole family.</summary>
    Revoke,
}
