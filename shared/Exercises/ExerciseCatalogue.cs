using System.Collections.Frozen;
using FitServerless.Csv;
using FitServerless.Language;

namespace FitServerless.Exercises;

/// <summary>The exercises of <c>exercises.csv</c>.</summary>
public static class ExerciseCatalogue
{
    public static IReadOnlyList<Exercise> All { get; } = CsvResource.Read("Exercises.exercises.csv", ExerciseRow.Read);

    public static IReadOnlySet<string> Equipment { get; } = All.SelectMany(exercise => exercise.Equipment)
        .SelectMany(choices => choices).ToFrozenSet();

    private static readonly FrozenDictionary<string, Exercise> ById = All.ToFrozenDictionary(exercise => exercise.Id);

    private static readonly FrozenDictionary<string, Exercise> ByName = All
        .GroupBy(exercise => Key(exercise.Name))
        .ToFrozenDictionary(same => same.Key, same => same.First());

    /// <param name="idOrName">A name may differ in case, plural and hyphens.</param>
    public static Exercise? Find(string? idOrName) => idOrName is null
        ? null
        : ById.GetValueOrDefault(idOrName) ?? ByName.GetValueOrDefault(Key(idOrName));

    private static string Key(string name) => string.Concat(Words.StemsOf(name));
}
