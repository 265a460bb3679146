namespace FitServerless.Accounts.SecondFactors;

public abstract record SecondFactorOutcome
{
    private SecondFactorOutcome()
    {
    }

    public sealed record Enrolled(Enrollment Enrollment) : SecondFactorOutcome;

    /// <param name="RecoveryCodes">To be shown once.</param>
    public sealed record Confirmed(IReadOnlyList<string> RecoveryCodes) : SecondFactorOutcome;

    public sealed record Disabled : SecondFactorOutcome;

    /// <summary>The session has ended meanwhile.</summary>
    public sealed record SignedOut : SecondFactorOutcome;

    public sealed record AlreadyOn : SecondFactorOutcome;

    public sealed record NotEnrolled : SecondFactorOutcome;

    public sealed record WrongProof : SecondFactorOutcome;

    public sealed record TooSoon(TimeSpan Wait) : SecondFactorOutcome;
}
