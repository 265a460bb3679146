using System.Security.Cryptography;
using System.Text;
using FitServerless.Grants;
using FitServerless.Sync;

namespace FitServerless.Sharing;

/// <summary>
/// One thing that a person (the owner) lets another (the receiver) see or change. It says so for itself: what the owner's settings keep from trainers
/// with a <see cref="Grant"/> may be shared one by one.
/// </summary>
public sealed record Share
{
    public required string OwnerId { get; init; }

    /// <summary>
    /// The same for the same thing and receiver, so that a repeat replaces the first; 128 bits. Names nobody, in the audit trails either.
    /// </summary>
    public string Id =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{OwnerId}\n{ReceiverKey}\n{Item.Collection}\n{Item.Id}")).AsSpan(0, 16));

    /// <summary>As <see cref="Grant.TrainerKey"/>.</summary>
    public required string ReceiverKey { get; init; }

    /// <summary>As the owner gave it.</summary>
    public string? ReceiverEmail { get; init; }

    public required DocumentKey Item { get; init; }

    /// <summary>Whether the receiver may change it, too.</summary>
    public bool IsEditable { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public bool IsOpen(DateTimeOffset now) => !(ExpiresAt <= now);
}
