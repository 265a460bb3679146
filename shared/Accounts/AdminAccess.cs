using System.Security.Cryptography;
using System.Text;
using FitServerless.Accounts.Sessions;
using FitServerless.Privacy;

namespace FitServerless.Accounts;

/// <summary>Who is an admin now, and what they do as one, which stands in their own audit trail.</summary>
public sealed class AdminAccess(SessionService sessions, AccessTokens tokens, AuditLog audit)
{
    /// <summary>By what storage holds: an access token may outlive the role, and the session. Two transactions.</summary>
    public async Task<bool> IsAdminAsync(Caller caller, CancellationToken cancellationToken) =>
        await sessions.FindAsync(caller, cancellationToken) is { } session && tokens.RolesOf(session.Account).Contains(Roles.Admin);

    /// <summary>Call it before the answer, and after what it tells of.</summary>
    /// <param name="what">A few words; other people by <see cref="MarkOf"/>.</param>
    public Task NoteAsync(Caller admin, string what, CancellationToken cancellationToken) =>
        audit.AuditAsync(admin.Id, AuditActions.AdminAction, admin.Origin, what, cancellationToken);

    /// <summary>
    /// Which account was meant, to who has its id, and to nobody else: an erasure leaves no other person's trail with the id of who is gone.
    /// </summary>
    public static string MarkOf(string userId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(userId)).AsSpan(0, 8));
}
