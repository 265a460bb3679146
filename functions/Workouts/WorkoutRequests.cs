using FitServerless.Functions.Http;
using FitServerless.Sync;
using FitServerless.Workouts;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Workouts;

/// <summary>Reading somebody's workouts, whoever asks for them and may.</summary>
public sealed class WorkoutRequests(WorkoutService workouts)
{
    public async Task<IResult> ListAsync(string userId, HttpRequest request, CancellationToken cancellationToken)
    {
        var page = await workouts.ListAsync(userId, WorkoutQueries.Read(request), cancellationToken);
        return new ListAnswer<StoredJson>(page.Items, page.NextCursor, (writer, item) => item.WriteTo(writer));
    }

    public async Task<IResult> GetAsync(string userId, string id, HttpRequest request, CancellationToken cancellationToken)
    {
        var shape = WorkoutQueries.ReadShape(request);
        return await workouts.FindAsync(userId, id, shape != MeasurementShape.None, request.IfNoneMatch(), cancellationToken) switch
        {
            WorkoutRead.Found found => new Tagged(found.Version, new WorkoutAnswer(found, shape)),
            WorkoutRead.NotModified known => new Tagged(known.Version, TypedResults.StatusCode(StatusCodes.Status304NotModified)),
            _ => new ProblemResult(Problems.NotFound),
        };
    }
}
