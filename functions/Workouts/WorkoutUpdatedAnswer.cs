using FitServerless.Functions.Http;
using FitServerless.Functions.Sync;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Workouts;

/// <summary>The version that the edit became; the whole workout where measurements of two sides were united.</summary>
internal sealed class WorkoutUpdatedAnswer(string id, ChangeResult result) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        IResult answer = result.Current is { } current
            ? new RawJson(current.WriteTo)
            : TypedResults.Json(new ChangedView(id, result.Version), SyncContracts.Default.ChangedView);
        return answer.ExecuteAsync(httpContext);
    }
}
