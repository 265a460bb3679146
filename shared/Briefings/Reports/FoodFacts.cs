using FitServerless.Briefings.Log;

namespace FitServerless.Briefings.Reports;

/// <summary>What was eaten in a day, in kcal and grams, and what the person wants to eat.</summary>
public sealed record FoodFacts(int Entries, int Calories, int Protein, int? TargetCalories, int? TargetProtein)
{
    internal static FoodFacts? Of(PersonLog log)
    {
        var eaten = log.Eaten.Where(food => food.Day == log.Today).ToList();
        return eaten.Count == 0
            ? null
            : new FoodFacts(
                eaten.Count, eaten.Sum(food => food.Calories), eaten.Sum(food => food.Protein),
                Positive(log.Target?.Calories), Positive(log.Target?.Protein));
    }

    private static int? Positive(int? value) => value > 0 ? value : null;
}
