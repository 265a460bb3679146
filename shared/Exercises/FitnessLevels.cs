using FitServerless.Language;

namespace FitServerless.Exercises;

public static class FitnessLevels
{
    /// <summary>Beginnings of folded words, English and German.</summary>
    private static readonly string[] Advanced = ["advanc", "expert", "elite", "pro", "athlet", "profi", "experienc", "erfahren", "hard", "schwer"];

    private static readonly string[] Intermediate = ["intermedia", "medium", "moderat", "mittel", "fortgeschritten", "regular"];

    /// <summary>The level that a word names; <c>null</c> for any other word.</summary>
    public static FitnessLevel? Find(string? text)
    {
        var words = Words.Of(text ?? "");
        if (Any(words, ["begin", "novice", "new", "anfang", "einsteig", "easy", "leicht", "untrain", "untrainiert"]))
            return FitnessLevel.Beginner;
        if (Any(words, Intermediate))
            return FitnessLevel.Intermediate;
        return Any(words, Advanced) ? FitnessLevel.Advanced : null;
    }

    /// <summary>Whoever says nothing that is understood starts carefully.</summary>
    public static FitnessLevel OrBeginner(string? text) => Find(text) ?? FitnessLevel.Beginner;

    private static bool Any(List<string> words, string[] starts) =>
        words.Exists(word => Array.Exists(starts, start => word.StartsWith(start, StringComparison.Ordinal)));
}
