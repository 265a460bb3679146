using FitServerless.Language;

namespace FitServerless.Exercises;

internal static class EquipmentFilter
{
    private static readonly string[] Nothing = ["none", "no", "body", "bodyweight", "ohne", "keine", "eigengewicht", "nothing"];

    /// <param name="text">In words; what names no equipment that is known finds nothing.</param>
    public static Predicate<Exercise> Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return _ => true;
        if (Words.Of(text).Exists(Nothing.Contains))
            return exercise => exercise.Equipment.Count == 0;
        var named = EquipmentWords.Named(text);
        return exercise => exercise.Equipment.Any(choices => choices.Any(named.Contains));
    }
}
