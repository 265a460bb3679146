namespace FitServerless.Accounts.Lockout;

/// <summary>What tries are counted for.</summary>
/// <param name="Subject">A person: an account's id or an <see cref="EmailAddress.Key"/>.</param>
/// <param name="Kind">What is tried, and by whom.</param>
public sealed record TryKey(string Subject, string Kind);
