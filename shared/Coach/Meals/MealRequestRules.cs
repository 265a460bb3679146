namespace FitServerless.Coach.Meals;

public static class MealRequestRules
{
    public const int MaxMeals = 6;

    /// <summary>Messages by member; empty when the request is fine.</summary>
    public static Dictionary<string, string[]> Check(MealRequest request)
    {
        var errors = ProfileRules.Check(request.Profile).ToDictionary(error => error.Member, error => new[] { error.Message });
        if (!FreeText.IsFine(request.Goals))
            errors["goals"] = [FreeText.Message];
        if (!FreeText.IsFine(request.Restrictions))
            errors["restrictions"] = [FreeText.Message];
        if (request.Meals is < 1 or > MaxMeals)
            errors["meals"] = [$"1 to {MaxMeals}."];
        return errors;
    }
}
