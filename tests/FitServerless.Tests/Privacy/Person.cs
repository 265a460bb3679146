using FitServerless.Accounts;

namespace FitServerless.Tests.Privacy;

/// <summary>Somebody of whom something is in every store.</summary>
internal sealed record Person(string Id, string Email)
{
    public Caller Caller => new(Id, Email, [Roles.User]);

    /// <summary>By which the person would be found.</summary>
    public IEnumerable<string> Words => [Id, Email, EmailAddress.Key(Email)];
}
