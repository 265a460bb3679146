using System.Security.Cryptography;
using System.Text;
using FitServerless.Accounts;

namespace FitServerless.Grants;

/// <summary>What a person (the client) allows another (the trainer) with their data.</summary>
public sealed record Grant
{
    public required string ClientId { get; init; }

    /// <summary>
    /// Names it to its client, also in the audit trail, where nothing is to stay of a trainer who is forgotten. 64 bits: a client has 50.
    /// </summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ClientId}\n{TrainerKey}")).AsSpan(0, 8));

    /// <summary>
    /// The id of the trainer's account, or the <see cref="EmailAddress.Key"/> of an address. The latter is never looked up: it is good for who
    /// has shown to read the mail of that address, now or one day.
    /// </summary>
    public required string TrainerKey { get; init; }

    /// <summary>As the client gave it.</summary>
    public string? TrainerEmail { get; init; }

    /// <summary>Some of <see cref="GrantScopes"/>.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public bool Allows(string scope, DateTimeOffset now) => Scopes.Contains(scope) && !(ExpiresAt <= now);

    public static IReadOnlyList<string> KeysOf(Caller trainer) => KeysOf(trainer.Id, trainer.Email, trainer.IsEmailVerified);

    /// <summary>The keys that a trainer's grants may stand under.</summary>
    public static IReadOnlyList<string> KeysOf(string id, string email, bool isVerified) => isVerified ? [id, EmailAddress.Key(email)] : [id];
}
