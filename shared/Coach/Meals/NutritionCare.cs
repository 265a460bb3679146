using FitServerless.Nutrition;

namespace FitServerless.Coach.Meals;

/// <summary>Who should not take targets from a formula.</summary>
internal static class NutritionCare
{
    private const int Adult = 18;

    /// <summary>WHO's severe thinness, and obesity of class III; the formulas were not made for either.</summary>
    private const double LowestBmi = 16, HighestBmi = 40;

    /// <summary>What to tell the person; <c>null</c> when the rules may answer.</summary>
    public static string? Reason(MealRequest request)
    {
        var profile = request.Profile ?? new CoachProfile();
        if (profile.Age < Adult)
            return "Calorie and protein targets here are for adults. Before 18, please ask a doctor or a dietitian.";
        if (profile.Pregnant == true || CareWords.MentionPregnancy(request.Goals) || CareWords.MentionPregnancy(request.Restrictions))
            return "Needs change in pregnancy and while breastfeeding. Please ask a doctor, a midwife or a dietitian.";
        if (CareWords.MentionEatingDisorder(request.Goals) || CareWords.MentionEatingDisorder(request.Restrictions))
            return "Counting calories may do harm here. Please speak with a doctor or a therapist whom you trust.";
        return Bmi(profile) is < LowestBmi or >= HighestBmi
            ? "At this weight for this height, targets from a formula would not be right. Please ask a doctor or a dietitian."
            : null;
    }

    private static double? Bmi(CoachProfile profile) => profile is { WeightKg: { } weight, HeightCm: { } height }
        ? (Body.Reference with { WeightKg = weight, HeightCm = height }).Bmi
        : null;
}
