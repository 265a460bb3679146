using System.Collections.Frozen;
using FitServerless.Language;

namespace FitServerless.Nutrition;

/// <summary>
/// Reads what a person wrote of what they don't eat ("veggie, no peanuts", "keine Nüsse"). Whatever is named is left out, also where somebody
/// says that they like it: leaving out too much harms nobody.
/// </summary>
public sealed class DietReader
{
    /// <summary>In notes; the rest of an essay is not repeated.</summary>
    private const int MostQuoted = 8;

    /// <summary>
    /// The allergens behind most reactions: <see href="https://www.fda.gov/food/nutrition-food-labeling-and-critical-foods/food-allergies"/>.
    /// </summary>
    private static readonly string[] MajorAllergens =
        ["milk", "lactose", "egg", "fish", "shellfish", "nuts", "peanut", "gluten", "wheat", "soy", "sesame"];

    private static readonly string[] AllergyWords =
        ["allerg", "intoleran", "anaphyla", "unvertrag", "sensitiv", "epipen"];

    private static readonly string[] Endings =
    [
        "unvertraglichkeiten", "unvertraglichkeit", "allergien", "allergiker", "allergikerin", "allergie", "allergisch", "allergy", "intoleranz",
        "intolerant", "erzeugnisse", "produkte", "haltiges", "freies", "freier", "freie", "frei", "free",
    ];

    private readonly HashSet<string> _excludes = [];
    private readonly List<string> _notes = [];
    private readonly List<string> _unknown = [];
    private bool _unintelligible;

    private DietReader()
    {
    }

    public static Diet Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Diet.Everything;
        var reader = new DietReader();
        foreach (var clause in text.Split([',', ';', '.', '\n', '!', '(', ')', '&', '+', '|']))
            reader.ReadClause(clause);
        return reader.ToDiet();
    }

    private void ReadClause(string clause)
    {
        var words = Words.Of(clause).SelectMany(Split).ToList();
        var unknown = new List<string>();
        var at = 0;
        while (at < words.Count)
            at += ReadPhrase(words, at, unknown);
        _unknown.AddRange(unknown);
        var isAllergy = words.Exists(word => Array.Exists(AllergyWords, start => word.StartsWith(start, StringComparison.Ordinal)));
        // Letters of a script that Words does not know are no words at all.
        var isNonsense = words.Count == unknown.Count && (words.Count > 0 || clause.Any(letter => !char.IsAscii(letter)))
            && !words.Exists(word => RestrictionLexicon.Qualities.Contains(Stemmer.Stem(word)));
        _unintelligible |= isNonsense || (isAllergy && unknown.Count > 0);
    }

    /// <returns>How many words were read.</returns>
    private int ReadPhrase(List<string> words, int at, List<string> unknown)
    {
        var stems = words.Skip(at).Take(RestrictionLexicon.LongestPhrase).Select(Stemmer.Stem).ToList();
        for (var length = stems.Count; length > 0; length--)
        {
            if (!RestrictionLexicon.Phrases.TryGetValue(string.Join(' ', stems.Take(length)), out var excludes))
                continue;
            _excludes.UnionWith(excludes);
            return length;
        }

        ReadWord(words[at], stems[0], unknown);
        return 1;
    }

    private void ReadWord(string word, string stem, List<string> unknown)
    {
        if (RestrictionLexicon.Fillers.Contains(stem))
            return;
        if (RestrictionLexicon.FoodStems.Contains(stem))
            _excludes.Add(stem);
        else if (!RestrictionLexicon.Qualities.Contains(stem) && RestrictionLexicon.FindMeant(stem) is { } meant)
            ReadMistyped(word, meant);
        else if (!Array.Exists(AllergyWords, start => word.StartsWith(start, StringComparison.Ordinal)))
            unknown.Add(word);
    }

    private void ReadMistyped(string word, string meant)
    {
        _excludes.UnionWith(RestrictionLexicon.Phrases.GetValueOrDefault(meant) ?? [meant]);
        _notes.Add($"\"{Quoted(word)}\" was taken for a slip of the keyboard and read as the nearest food or diet.");
    }

    /// <summary>German makes one word of "nut" and "allergy", and of "gluten" and "free".</summary>
    private static IEnumerable<string> Split(string word)
    {
        var ending = Array.Find(Endings, ending => word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal));
        return ending is null || RestrictionLexicon.Phrases.ContainsKey(Stemmer.Stem(word)) ? [word] : [word[..^ending.Length], ending];
    }

    private Diet ToDiet()
    {
        if (_unintelligible)
        {
            _excludes.UnionWith(MajorAllergens);
            _notes.Add("Not all of the restrictions were understood, so the common allergens are left out: "
                + "milk, egg, fish, shellfish, nuts, peanuts, gluten, soy and sesame.");
        }

        var quoted = _unknown.Select(Quoted).Distinct().ToList();
        if (quoted.Count > 0)
            _notes.Add($"Not understood: {string.Join(", ", quoted.Take(MostQuoted))}. Please check the meals for it yourself.");
        if (_excludes.Overlaps(["kosher", "pork"]))
            _notes.Add("Choose meat that is certified where your diet asks for it.");
        var substances = _excludes.Where(
            exclude => FoodCatalogue.Substances.Contains(exclude) || FoodCatalogue.Groups.Contains(exclude)).ToFrozenSet();
        return new Diet
        {
            Substances = substances,
            Stems = _excludes.Except(substances).Concat(_unknown).Select(Stemmer.Stem)
                .Where(stem => !RestrictionLexicon.Qualities.Contains(stem)).ToFrozenSet(),
            SeparatesMeatAndMilk = _excludes.Contains("kosher"),
            Notes = _notes,
        };
    }

    private static string Quoted(string word) => word.Length <= 30 ? word : word[..30];
}
