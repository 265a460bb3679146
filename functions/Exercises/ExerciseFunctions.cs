using FitServerless.Exercises;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Exercises;

/// <summary>Looking for exercises.</summary>
public sealed class ExerciseFunctions(ExerciseFinder finder, CurrentUser user)
{
    [Function(nameof(SearchExercises))]
    [Summary("Exercises by meaning.")]
    [Query("q", "What to look for.", IsRequired = true)]
    [Query("difficulty", "Of this level.", Values = ["beginner", "intermediate", "advanced"])]
    [Query("equipment", "With this.")]
    [Query("limit", "How many at most.", Min = 1, Max = ExerciseQuery.MaxLimit)]
    [Answer<IReadOnlyList<ExerciseMatch>>(200)]
    public async Task<IResult> SearchExercises(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/exercises/semantic")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var query = ExerciseQueries.Read(request);
        var found = await finder.FindAsync(user.Caller, query, cancellationToken);
        return TypedResults.Json(found, ExerciseContracts.Default.IReadOnlyListExerciseMatch);
    }
}
