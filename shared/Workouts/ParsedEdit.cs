using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Workouts;

/// <summary>An edit out of a list, or what was wrong with it: one that cannot be read must not block its neighbours.</summary>
/// <param name="Error">The member that could not be read, as a JSON path; <c>null</c> if all could.</param>
[JsonConverter(typeof(Converter))]
public sealed record ParsedEdit(WorkoutEdit? Edit, string? Error)
{
    internal sealed class Converter() : LenientConverter<ParsedEdit, WorkoutEdit>(
        WorkoutJson.Default.WorkoutEdit, edit => new ParsedEdit(edit, null), path => new ParsedEdit(null, path));
}
