using FitServerless.Functions.Http;
using FitServerless.Workouts;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Workouts;

/// <summary>201 with the id and the place of the new workout; the same when the request is repeated.</summary>
internal sealed class WorkoutCreatedAnswer(WorkoutCreated created) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.Location = $"/api/workouts/{Uri.EscapeDataString(created.Id)}";
        return new RawJson(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("id", created.Id);
                writer.WriteNumber("version", created.Result.Version);
                writer.WriteEndObject();
            },
            StatusCodes.Status201Created).ExecuteAsync(httpContext);
    }
}
