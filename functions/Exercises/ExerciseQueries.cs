using FitServerless.Exercises;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Exercises;

/// <summary>Reads searches for exercises.</summary>
internal static class ExerciseQueries
{
    /// <exception cref="ProblemException">No text to look for, or too long a one; a level that there is not; a limit out of bounds.</exception>
    public static ExerciseQuery Read(HttpRequest request)
    {
        if (request.Text("q")?.Trim() is not { Length: > 0 and <= ExerciseQuery.MaxText } text)
            throw new ProblemException(Problems.Invalid("q", $"1 to {ExerciseQuery.MaxText} characters."));
        var limit = request.Int("limit", ExerciseQuery.DefaultLimit, 1, ExerciseQuery.MaxLimit);
        return new ExerciseQuery(text, Level(request.Text("difficulty")), request.Text("equipment"), limit);
    }

    private static FitnessLevel? Level(string? text) => text is null
        ? null
        : FitnessLevels.Find(text) ?? throw new ProblemException(Problems.Invalid("difficulty", "beginner, intermediate or advanced."));
}
