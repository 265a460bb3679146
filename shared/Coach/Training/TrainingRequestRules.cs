namespace FitServerless.Coach.Training;

public static class TrainingRequestRules
{
    /// <summary>A warm-up and two exercises need as long.</summary>
    public const int MinMinutes = 10;

    public const int MaxMinutes = 120;

    private const int MaxLevel = 50;

    /// <summary>Messages by member; empty when the request is fine.</summary>
    public static Dictionary<string, string[]> Check(TrainingRequest request)
    {
        var errors = ProfileRules.Check(request.Profile).ToDictionary(error => error.Member, error => new[] { error.Message });
        if (request.FitnessLevel is { Length: > MaxLevel })
            errors["fitnessLevel"] = [$"At most {MaxLevel} characters."];
        if (!FreeText.IsFine(request.Goals))
            errors["goals"] = [FreeText.Message];
        if (!FreeText.IsFine(request.Equipment))
            errors["equipment"] = [FreeText.Message];
        if (!FreeText.IsFine(request.Limitations))
            errors["limitations"] = [FreeText.Message];
        if (request.Minutes is < MinMinutes or > MaxMinutes)
            errors["minutes"] = [$"{MinMinutes} to {MaxMinutes}."];
        return errors;
    }
}
