using FitServerless.Functions.Sync;
using FitServerless.Workouts;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Workouts;

/// <summary>201 with the id and the place of the new workout; the same when the request is repeated.</summary>
internal sealed class WorkoutCreatedAnswer(WorkoutCreated created) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.Location = $"/api/workouts/{Uri.EscapeDataString(created.Id)}";
        var changed = new ChangedView(created.Id, created.Result.Version);
        return TypedResults.Json(changed, SyncContracts.Default.ChangedView, statusCode: StatusCodes.Status201Created).ExecuteAsync(httpContext);
    }
}
