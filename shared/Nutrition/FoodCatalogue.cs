using System.Collections.Frozen;
using FitServerless.Csv;
using FitServerless.Language;

namespace FitServerless.Nutrition;

/// <summary>
/// The foods that meals are made of, from <c>foods.csv</c>, with rounded figures of public tables: <c>usda</c> is the USDA's Standard Reference,
/// release 28, by NDB number; where that has no such food, <c>bls</c> is the German BLS 4.0, <c>ciqual</c> the French Ciqual 2025, and
/// <c>cofid</c> the British CoFID 2021. A food that is in none of them is left out. A test holds each food against its table. What foods contain
/// is by the kind of food: a brand's label may say more.
/// </summary>
public static class FoodCatalogue
{
    /// <summary>How a food is prepared and sold says little of what it is.</summary>
    private static readonly FrozenSet<string> Preparations = Words.StemsOf(
        """
        grilled cooked roasted baked boiled steamed seared braised stewed scrambled scramble fried poached sauteed plain fresh organic large medium small
        chopped sliced diced shredded canned tinned drained unsweetened of and with in water without pan a the ripe free range lean
        """).ToFrozenSet();

    public static IReadOnlyList<Food> All { get; } = CsvResource.Read("Nutrition.foods.csv", FoodRow.Read);

    /// <summary>What foods contain that somebody may have to avoid.</summary>
    public static IReadOnlySet<string> Substances { get; } = All.SelectMany(food => food.Contains).ToFrozenSet();

    public static IReadOnlySet<string> Groups { get; } = All.Select(food => food.Group).ToFrozenSet();

    private static readonly FrozenDictionary<string, Food> ByName = All.ToFrozenDictionary(food => food.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Food> ByKey = All
        .SelectMany(food => new[] { (Key: Key(food.Name), Food: food), (Key: Key(food.ShortName), Food: food) })
        .Where(entry => entry.Key.Length > 0)
        .GroupBy(entry => entry.Key)
        .ToFrozenDictionary(entries => entries.Key, entries => entries.First().Food);

    /// <summary>
    /// The food of that name, however it is prepared ("Grilled chicken breast"); <c>null</c> when there is none, which is so for the raw form
    /// of a food that is listed cooked: its figures are others.
    /// </summary>
    public static Food? Find(string name) => ByName.GetValueOrDefault(name) ?? ByKey.GetValueOrDefault(Key(name));

    private static string Key(string name) =>
        string.Join(' ', Words.StemsOf(name).Where(stem => !Preparations.Contains(stem)).Distinct().Order(StringComparer.Ordinal));
}
