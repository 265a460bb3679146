namespace FitServerless.Exercises;

/// <summary>Finds exercises by words and, where there are vectors, by meaning too.</summary>
public static class ExerciseSearch
{
    /// <summary>Of meaning, where both are known; the rest is the words'.</summary>
    private const double MeaningShare = 0.6;

    /// <param name="vectors">With <paramref name="meaning"/>: the exercises' vectors by id, and that of the question.</param>
    public static IReadOnlyList<ExerciseMatch> Find(ExerciseQuery query, VectorIndex? vectors = null, ReadOnlyMemory<float> meaning = default)
    {
        var words = LexicalIndex.Default.Rank(query.Text).ToDictionary(ranked => ranked.Exercise.Id, ranked => ranked.Similarity);
        var meanings = vectors is not null && !meaning.IsEmpty ? vectors.Similarities(meaning.Span) : null;
        var filter = EquipmentFilter.Of(query.Equipment);
        return [.. ExerciseCatalogue.All
            .Where(exercise => (query.Difficulty is null || exercise.Level == query.Difficulty) && filter(exercise))
            .Select(exercise => (Exercise: exercise, Similarity: Combine(exercise.Id, words, meanings)))
            .Where(found => found.Similarity > 0)
            .OrderByDescending(found => found.Similarity)
            .ThenBy(found => found.Exercise.Id, StringComparer.Ordinal)
            .Take(query.Limit)
            .Select(found => ExerciseMatch.Of(found.Exercise, found.Similarity))];
    }

    private static double Combine(string id, Dictionary<string, double> words, IReadOnlyDictionary<string, float>? meanings) => meanings is null
        ? words.GetValueOrDefault(id)
        : (MeaningShare * Math.Clamp(meanings.GetValueOrDefault(id), 0, 1)) + ((1 - MeaningShare) * words.GetValueOrDefault(id));
}
