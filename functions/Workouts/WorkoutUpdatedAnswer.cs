using FitServerless.Functions.Http;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Workouts;

/// <summary>The version that the edit became; the whole workout where measurements of two sides were united.</summary>
internal sealed class WorkoutUpdatedAnswer(string id, ChangeResult result) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => new RawJson(writer =>
    {
        if (result.Current is { } current)
        {
            current.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteNumber("version", result.Version);
        writer.WriteEndObject();
    }).ExecuteAsync(httpContext);
}
