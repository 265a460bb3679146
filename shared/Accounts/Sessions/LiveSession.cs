namespace FitServerless.Accounts.Sessions;

/// <summary>A session that goes on, by what storage holds now.</summary>
public sealed record LiveSession(Account Account, RefreshFamily Family);
