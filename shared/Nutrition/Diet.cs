using System.Collections.Frozen;
using FitServerless.Language;

namespace FitServerless.Nutrition;

/// <summary>What a person must not or will not eat.</summary>
public sealed record Diet
{
    public static Diet Everything { get; } = new();

    /// <summary>Of <see cref="FoodCatalogue.Substances"/> and <see cref="FoodCatalogue.Groups"/>.</summary>
    public FrozenSet<string> Substances { get; init; } = [];

    /// <summary>Of words that a food may go by.</summary>
    public FrozenSet<string> Stems { get; init; } = [];

    /// <summary>No meat in a meal with milk, as kosher food has it.</summary>
    public bool SeparatesMeatAndMilk { get; init; }

    /// <summary>How the words were understood, where that needs saying.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public bool IsRestricted => Substances.Count > 0 || Stems.Count > 0 || SeparatesMeatAndMilk;

    public bool Allows(Food food) =>
        !Substances.Contains(food.Group) && !Substances.Overlaps(food.Contains) && !Stems.Overlaps(food.Stems);

    /// <summary>Whether the two may stand in one meal.</summary>
    public bool Allows(Food one, Food other) =>
        !SeparatesMeatAndMilk || !((one.Has("meat") && other.Has("milk")) || (one.Has("milk") && other.Has("meat")));

    /// <summary>The first word of a text that names something forbidden; for dishes and foods that the catalogue doesn't know.</summary>
    public string? FindForbiddenWord(string text) =>
        Words.Of(text).Find(word => Stems.Contains(Stemmer.Stem(word)) || ForbiddenWords.Value.Contains(Stemmer.Stem(word)));

    private Lazy<FrozenSet<string>> ForbiddenWords => field ??= new(() => TellingWords.Of(Substances));
}
