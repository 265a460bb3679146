using System.Collections.Frozen;
using FitServerless.Csv;
using FitServerless.Language;

namespace FitServerless.Nutrition;

/// <summary>
/// The phrases of <c>restrictions.csv</c>, the words of <c>fillers.txt</c> that mean nothing by themselves, and every food's words.
/// </summary>
internal static class RestrictionLexicon
{
    /// <summary>Words; "low fodmap diet" has one more than is needed.</summary>
    public const int LongestPhrase = 4;

    public static FrozenDictionary<string, string[]> Phrases { get; } = CsvResource
        .Read("Nutrition.restrictions.csv", row => (Phrases: row.Text("phrases").Split('/'), Excludes: row.List("excludes")))
        .SelectMany(row => row.Phrases.Select(phrase => new Restriction(string.Join(' ', Words.StemsOf(phrase)), row.Excludes)))
        .GroupBy(restriction => restriction.Phrase)
        .ToFrozenDictionary(same => same.Key, same => same.SelectMany(restriction => restriction.Excludes).Distinct().ToArray());

    public static FrozenSet<string> Fillers { get; } = Words.StemsOf(TextResource.Read("Nutrition.fillers.txt")).ToFrozenSet();

    /// <summary>Of <c>qualities.txt</c>: words that foods are described with, or diets, but that name no food to leave out.</summary>
    public static FrozenSet<string> Qualities { get; } = Words.StemsOf(TextResource.Read("Nutrition.qualities.txt")).ToFrozenSet();

    public static FrozenSet<string> FoodStems { get; } = FoodCatalogue.All
        .SelectMany(food => food.Stems)
        .Where(stem => !Fillers.Contains(stem) && !Qualities.Contains(stem))
        .ToFrozenSet();

    /// <summary>The word that a mistyped one was meant to be; as many slips as its length allows, and never in the first letter.</summary>
    public static string? FindMeant(string stem)
    {
        var slips = stem.Length switch { < 5 => 0, < 8 => 1, _ => 2 };
        if (slips == 0)
            return null;
        return Phrases.Keys.Concat(FoodStems)
            .Where(known => known[0] == stem[0] && Math.Abs(known.Length - stem.Length) <= slips)
            .Select(known => (Known: known, Slips: EditDistance.Between(known, stem)))
            .Where(candidate => candidate.Slips <= slips)
            .OrderBy(candidate => candidate.Slips)
            .ThenBy(candidate => candidate.Known, StringComparer.Ordinal)
            .Select(candidate => candidate.Known)
            .FirstOrDefault();
    }
}
