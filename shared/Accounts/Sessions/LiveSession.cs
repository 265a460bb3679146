namespace FitServerless.Accounts.Sessions;

/// <summary>A session that goes on, by what storage holds now.</summary>
public sealed record LiveSession(Account Account, RefreshFamily Family)
{
    private static readonly TimeSpan LinkIsProof = TimeSpan.FromMinutes(15);

    /// <summary>A sign-in by a link stands for the password, for a quarter of an hour: who forgot it, or has none, signs in so.</summary>
    public bool IsFreshLink(DateTimeOffset now) => Family.Method == SignInMethod.Link && now - Family.CreatedAt < LinkIsProof;
}
