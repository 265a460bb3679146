using FitServerless.Coach.Safety;
using FitServerless.Nutrition;

namespace FitServerless.Coach.Meals;

/// <summary>Understands a request.</summary>
public static class MealBriefing
{
    public static MealBriefOutcome Read(MealRequest request)
    {
        if (MealRequestRules.Check(request) is { Count: > 0 } errors)
            return new MealBriefOutcome.Invalid(errors);
        if (NutritionCare.Reason(request) is { } reason)
            return new MealBriefOutcome.SeeProfessional(reason);
        var body = BodyOf(request.Profile);
        var goal = GoalWords.Nutrition(request.Goals);
        var diet = DietReader.Read(request.Restrictions);
        var meals = request.Meals ?? MealRequest.DefaultMeals;
        var share = MealPlaces.DayShare(meals);
        var day = DayTargets.Of(body, goal);
        return new MealBriefOutcome.Ready(new MealBrief
        {
            Targets = DayTargets.Of((int)Math.Round(day.Calories * share), day.Protein * share, goal),
            CalorieFloor = (int)(CalorieFloors.Of(body) * share),
            Goal = goal,
            Diet = diet,
            Places = MealPlaces.Of(meals),
            Notes = [.. Notes(request, body, goal, day, meals), .. diet.Notes.Select(Sayable)],
        });
    }

    /// <summary>Notes repeat words that were not understood, which may be any.</summary>
    private static string Sayable(string note) => AnswerText.IsFine(note, AnswerText.LongestNote)
        ? note
        : "Some words were not understood. Please check the meals for them yourself.";

    private static Body BodyOf(CoachProfile? profile) => new(
        profile?.Sex,
        profile?.Age ?? Body.Reference.Age,
        profile?.WeightKg ?? Body.Reference.WeightKg,
        profile?.HeightCm ?? Body.Reference.HeightCm,
        profile?.ActivityLevel ?? Body.Reference.Activity);

    private static IEnumerable<string> Notes(MealRequest request, Body body, NutritionGoal goal, NutrientTargets day, int meals)
    {
        if (request.Profile is not { Age: not null, WeightKg: not null, HeightCm: not null, Sex: not null, ActivityLevel: not null })
            yield return "The targets assume an average adult where age, sex, weight, height or activity level are not in the profile.";
        if (DayTargets.Followed(body, goal) != goal)
            yield return "The targets keep your weight: it is low for your height, and losing more is not advised. A doctor or a dietitian can help.";
        else if (day.Calories == CalorieFloors.Of(body))
            yield return "The energy target is at the lowest that is advised without a professional's guidance.";
        if (meals < MealRequest.DefaultMeals)
            yield return $"The targets are for {(meals == 1 ? "this meal" : "these two meals")}; a whole day comes to about {day.Calories} kcal.";
    }
}
