using FitServerless.Language;
using FitServerless.Nutrition;

namespace FitServerless.Coach;

/// <summary>Reads goals in a person's own words, English or German.</summary>
internal static class GoalWords
{
    /// <summary>Beginnings of folded words.</summary>
    private static readonly string[] Loss =
        ["los", "slim", "cut", "shred", "abnehm", "abnahm", "lean", "fat", "fett", "diat", "reduc", "reduk", "definition", "deficit", "defizit", "gewichtsverlust", "weightloss"];

    private static readonly string[] Muscle =
        ["gain", "bulk", "muscle", "muskel", "mass", "build", "aufbau", "hypertroph", "zunehm", "zunahm", "surplus", "size", "grow"];

    private static readonly string[] Stamina =
        ["enduranc", "marathon", "triathl", "ausdauer", "cardio", "stamina", "run", "lauf", "cycl", "radfahr", "rad", "swim", "schwimm", "condition", "kondition", "vo2"];

    private static readonly string[] Power = ["strength", "strong", "kraft", "power", "stark", "1rm", "lift"];

    private static readonly string[] Agility = ["mobil", "flexib", "stretch", "beweglich", "dehn", "yoga", "posture", "haltung"];

    public static NutritionGoal Nutrition(string? goals)
    {
        var words = Words.Of(goals ?? "");
        if (words.Exists(word => word.StartsWith("recomp", StringComparison.Ordinal)) || (Any(words, Loss) && Any(words, Muscle)))
            return NutritionGoal.Recomposition;
        if (Any(words, Loss))
            return NutritionGoal.Lose;
        if (Any(words, Muscle))
            return NutritionGoal.Gain;
        return Any(words, Stamina) ? NutritionGoal.Endurance : NutritionGoal.Maintain;
    }

    /// <summary>Several goals at once are followed by what asks most of the plan's form: mobility, then strength, muscle, stamina.</summary>
    public static Training.TrainingGoal Training(string? goals)
    {
        var words = Words.Of(goals ?? "");
        if (Any(words, Agility))
            return Coach.Training.TrainingGoal.Mobility;
        if (Any(words, Power))
            return Coach.Training.TrainingGoal.Strength;
        if (Any(words, Muscle))
            return Coach.Training.TrainingGoal.Muscle;
        if (Any(words, Stamina))
            return Coach.Training.TrainingGoal.Endurance;
        return Any(words, Loss) ? Coach.Training.TrainingGoal.FatLoss : Coach.Training.TrainingGoal.General;
    }

    private static bool Any(List<string> words, string[] starts) =>
        words.Exists(word => Array.Exists(starts, start => word.StartsWith(start, StringComparison.Ordinal)));
}
