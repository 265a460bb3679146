using FitServerless.Chat.Operations;
using FitServerless.Quotas;

namespace FitServerless.Chat;

/// <summary>Whether what a member sends may go to the room.</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    public sealed record Admitted(RoomOperation Operation) : Admission;

    /// <summary>No such room, or none of the caller's.</summary>
    public sealed record NotFound : Admission;

    public sealed record Invalid(string Member, string Reason) : Admission;

    /// <summary>By moderation.</summary>
    public sealed record Refused(string Reason) : Admission;

    /// <summary>The standing tells when to come back.</summary>
    public sealed record TooFast(QuotaStanding Standing) : Admission;
}
