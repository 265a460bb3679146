using System.Collections.Frozen;
using FitServerless.Language;

namespace FitServerless.Exercises;

/// <summary>
/// Ranks exercises by words with BM25 (Robertson and Zaragoza 2009, <see href="https://doi.org/10.1561/1500000019"/>), fields weighted as BM25F has
/// it.
/// </summary>
public sealed class LexicalIndex
{
    /// <summary>How soon more of a word says no more, and how much long descriptions are held back.</summary>
    private const double Saturation = 1.2, LengthShare = 0.4;

    /// <summary>For what fits "no equipment", for what doesn't, and for a stretch where nobody asked for one.</summary>
    private const double Fits = 1.15, FitsNot = 0.25, Unasked = 0.6;

    private const double Others = 0.3;

    private readonly (Exercise Exercise, Dictionary<string, double> Terms, double Length)[] _documents;
    private readonly FrozenDictionary<string, double> _rarity;

    public LexicalIndex(IEnumerable<Exercise> exercises)
    {
        var documents = exercises.Select(exercise => (Exercise: exercise, Terms: ExerciseTerms.Of(exercise))).ToArray();
        var average = documents.Average(document => document.Terms.Values.Sum());
        _documents = Array.ConvertAll(documents, document => (document.Exercise, document.Terms, document.Terms.Values.Sum() / average));
        _rarity = documents
            .SelectMany(document => document.Terms.Keys)
            .GroupBy(stem => stem)
            .ToFrozenDictionary(same => same.Key, same => Math.Log(1 + ((documents.Length - same.Count() + 0.5) / (same.Count() + 0.5))));
    }

    public static LexicalIndex Default { get; } = new(ExerciseCatalogue.All);

    /// <summary>0 to 1 for each exercise that has any of the words: how much it has of what the best could have.</summary>
    public IEnumerable<(Exercise Exercise, double Similarity)> Rank(string text)
    {
        var query = SearchQuery.Parse(text, _rarity.ContainsKey, FindNear);
        var best = query.Concepts.Sum(concept => concept.Max(term => term.Value * _rarity.GetValueOrDefault(term.Key)) * (Saturation + 1));
        if (best <= 0)
            yield break;
        var named = ExerciseCatalogue.Find(text);
        foreach (var (exercise, terms, length) in _documents)
        {
            var score = query.Concepts.Sum(concept => Score(concept, terms, length));
            if (score > 0 && !query.Unwanted.Overlaps(terms.Keys))
                yield return (exercise, exercise == named ? 1 : Math.Min(1, score / best * Factor(query, exercise)));
        }
    }

    private static double Factor(SearchQuery query, Exercise exercise) =>
        (!query.BodyWeight ? 1 : exercise.IsPossibleWith(EquipmentWords.Household) ? Fits : FitsNot)
        * (exercise.Category == "mobility" && !query.WantsMobility ? Unasked : 1);

    /// <summary>Of the words for one thing the best counts, and the others a little: whoever says all of them asks for one thing still.</summary>
    private double Score(Dictionary<string, double> concept, Dictionary<string, double> terms, double length)
    {
        var (best, sum) = (0.0, 0.0);
        foreach (var (stem, weight) in concept)
        {
            var score = weight * Score(stem, terms, length);
            best = Math.Max(best, score);
            sum += score;
        }

        return best + (Others * (sum - best));
    }

    private double Score(string stem, Dictionary<string, double> terms, double length) => terms.TryGetValue(stem, out var weight)
        ? _rarity[stem] * weight * (Saturation + 1) / (weight + (Saturation * (1 - LengthShare + (LengthShare * length))))
        : 0;

    private string? FindNear(string stem)
    {
        var slips = stem.Length switch { < 5 => 0, < 8 => 1, _ => 2 };
        return slips == 0 ? null : _rarity.Keys
            .Where(known => known[0] == stem[0] && Math.Abs(known.Length - stem.Length) <= slips && EditDistance.Between(known, stem) <= slips)
            .OrderBy(known => EditDistance.Between(known, stem))
            .ThenBy(known => known, StringComparer.Ordinal)
            .FirstOrDefault();
    }
}
