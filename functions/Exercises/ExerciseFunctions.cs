using FitServerless.Exercises;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Exercises;

/// <summary>Looking for exercises.</summary>
public sealed class ExerciseFunctions(ExerciseFinder finder, CurrentUser user)
{
    [Function(nameof(SearchExercises))]
    public async Task<IResult> SearchExercises(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/exercises/semantic")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var query = ExerciseQueries.Read(request);
        var found = await finder.FindAsync(user.Caller, query, cancellationToken);
        return TypedResults.Json(found, ExerciseContracts.Default.IReadOnlyListExerciseMatch);
    }
}
