namespace FitServerless.Coach.Meals;

public abstract record MealOutcome
{
    private MealOutcome()
    {
    }

    public sealed record Suggested(MealSuggestion Suggestion) : MealOutcome;

    /// <summary>With so much left out, no meals come near the targets.</summary>
    public sealed record Impossible(string Reason) : MealOutcome;
}
