namespace FitServerless.Coach;

/// <summary>What a profile must look like to be a person's; whether there is advice for that person is <c>CareRules</c>' matter.</summary>
internal static class ProfileRules
{
    /// <summary>Records of human bodies, rounded up: nobody is refused, slips of the keyboard are.</summary>
    public static IEnumerable<(string Member, string Message)> Check(CoachProfile? profile)
    {
        if (profile is null)
            yield break;
        if (profile.Age is < 1 or > 120)
            yield return ("profile.age", "1 to 120 years.");
        if (profile.WeightKg is { } weight && weight is not (>= 20 and <= 350))
            yield return ("profile.weightKg", "20 to 350.");
        if (profile.HeightCm is { } height && height is not (>= 80 and <= 260))
            yield return ("profile.heightCm", "80 to 260.");
        if (profile.Sex is { } sex && !Enum.IsDefined(sex))
            yield return ("profile.sex", "female or male.");
        if (profile.ActivityLevel is { } level && !Enum.IsDefined(level))
            yield return ("profile.activityLevel", "sedentary, light, moderate, active or veryActive.");
    }
}
