using FitServerless.Language;

namespace FitServerless.Exercises;

/// <summary>What an exercise is found by: the stems of all that is said of it, each with its weight.</summary>
internal static class ExerciseTerms
{
    public static Dictionary<string, double> Of(Exercise exercise)
    {
        var terms = new Dictionary<string, double>();
        Add(exercise.Name, 3);
        Add(string.Join(' ', exercise.PrimaryMuscles), 2.5);
        Add(exercise.Words, 2);
        Add($"{exercise.Category} {exercise.Pattern}", 1.5);
        Add(exercise.Equipment.Count == 0 ? "bodyweight" : exercise.EquipmentText, 1.2);
        Add(string.Join(' ', exercise.SecondaryMuscles), 0.7);
        Add($"{exercise.Description} {exercise.Level}", 0.5);
        return terms;

        void Add(string text, double weight)
        {
            foreach (var stem in Words.StemsOf(text))
                terms[stem] = terms.GetValueOrDefault(stem) + weight;
        }
    }
}
