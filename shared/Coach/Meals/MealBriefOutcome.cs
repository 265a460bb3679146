namespace FitServerless.Coach.Meals;

public abstract record MealBriefOutcome
{
    private MealBriefOutcome()
    {
    }

    public sealed record Ready(MealBrief Brief) : MealBriefOutcome;

    /// <summary>Somebody whom no formula should advise.</summary>
    public sealed record SeeProfessional(string Reason) : MealBriefOutcome;

    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Errors) : MealBriefOutcome;
}
