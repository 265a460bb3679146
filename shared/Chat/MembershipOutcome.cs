namespace FitServerless.Chat;

public abstract record MembershipOutcome
{
    private MembershipOutcome()
    {
    }

    /// <summary>Or it was so already.</summary>
    public sealed record Done : MembershipOutcome;

    /// <summary>No such room, or none of the caller's.</summary>
    public sealed record NotFound : MembershipOutcome;

    public sealed record Forbidden : MembershipOutcome;

    public sealed record UnknownUser : MembershipOutcome;

    public sealed record Full : MembershipOutcome;
}
