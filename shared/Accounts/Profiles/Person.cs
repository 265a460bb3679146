namespace FitServerless.Accounts.Profiles;

/// <summary>What features may know of somebody that they write to or plan for: an account without what signs it in.</summary>
/// <param name="TimeZone">IANA name.</param>
public sealed record Person(string Id, string Email, string? Name, string TimeZone, PersonSettings Settings)
{
    /// <summary>Nothing is done for them then.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>UTC where this machine's database no longer knows the name.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public static Person Of(Account account) =>
        new(account.Id, account.Email, account.Name, account.TimeZone, PersonSettings.Read(account.Settings))
        {
            IsSuspended = account.Suspension is not null,
        };
}
