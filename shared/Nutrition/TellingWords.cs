using System.Collections.Frozen;
using FitServerless.Csv;
using FitServerless.Language;

namespace FitServerless.Nutrition;

/// <summary>Words that give away what is in a food, from <c>telling-words.csv</c>: who reads "brie" knows that there is milk in it.</summary>
internal static class TellingWords
{
    private static readonly FrozenDictionary<string, string[]> BySubstance = CsvResource
        .Read("Nutrition.telling-words.csv", row => (Substance: row.Text("substance"), Stems: Words.StemsOf(row.Text("words"))))
        .ToFrozenDictionary(row => row.Substance, row => row.Stems.ToArray());

    public static FrozenSet<string> Of(IEnumerable<string> substances) => substances
        .SelectMany(substance => BySubstance.GetValueOrDefault(substance) ?? [Stemmer.Stem(substance)])
        .ToFrozenSet();
}
