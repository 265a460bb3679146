using FitServerless.Accounts;

namespace FitServerless.Chat;

/// <summary>Who can be a member: everybody with an account.</summary>
public sealed class MemberDirectory(IAccountStore accounts)
{
    /// <summary>For accounts without a name. Not their e-mail, which is nobody's business in a room.</summary>
    private const string Nameless = "Member";

    /// <summary><c>null</c> when there is no such account. One transaction, and none for what is no account's id.</summary>
    public async Task<RoomMember?> FindAsync(string? userId, CancellationToken cancellationToken) =>
        Guid.TryParseExact(userId, "D", out _) && await accounts.FindAsync(userId, cancellationToken) is { } account
            ? new RoomMember(account.Id, account.Name is { Length: > 0 } name ? name : Nameless)
            : null;
}
