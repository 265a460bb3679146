using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Sync;
using FitServerless.Workouts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Workouts;

/// <summary>Offline-first sync of workouts, as the edge design's clients speak it.</summary>
public sealed class WorkoutSyncFunctions(WorkoutSyncService sync, CurrentUser user)
{
    [Function(nameof(SyncWorkouts))]
    [Summary("Pushes changes of workouts and pulls those of others.")]
    [Body<WorkoutSyncRequest>]
    [Answer<WorkoutSyncAnswerShape>(200)]
    [Refuses(410)]
    public async Task<IResult> SyncWorkouts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/workouts/sync")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(WorkoutJson.Default.WorkoutSyncRequest, WorkoutLimits.Body, cancellationToken);
        if (body.Changes is { Count: > WorkoutLimits.Changes })
            return new ProblemResult(Problems.Invalid("changes", $"At most {WorkoutLimits.Changes} a request; send the rest in the next."));
        if (body.Limit is < 1 or > WorkoutLimits.MaxPull)
            return new ProblemResult(Problems.Invalid("limit", $"A whole number from 1 to {WorkoutLimits.MaxPull}."));
        var answer = await sync.SyncAsync(
            user.Id, body.LastSyncAt ?? SyncCursor.Start, body.Limit ?? WorkoutLimits.DefaultPull, body.Changes ?? [], cancellationToken);
        return Answer(answer);
    }

    /// <summary>
    /// Must sort before <see cref="WorkoutFunctions.GetWorkout"/>: the host tries routes in the order of the functions' names, and
    /// <c>{id}</c> takes "changes" too (https://github.com/Azure/azure-functions-host/issues/9876).
    /// </summary>
    [Function(nameof(GetChangedWorkouts))]
    [Summary("What changed in the workouts since a cursor.")]
    [Query("since", "syncedAt of the last pull.")]
    [Query("limit", "How many at most; 500 unless said.", Min = 1, Max = 1000)]
    [Answer<WorkoutSyncAnswerShape>(200, "Without results")]
    [Refuses(410)]
    public async Task<IResult> GetChangedWorkouts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/workouts/changes")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var limit = request.Int("limit", WorkoutLimits.DefaultPull, 1, WorkoutLimits.MaxPull);
        var answer = await sync.PullAsync(user.Id, request.Cursor("since"), limit, cancellationToken);
        return Answer(answer);
    }

    private static IResult Answer(WorkoutSyncAnswer? answer) => answer is null
        ? new ProblemResult(Problems.ResyncNeeded)
        : new RawJson(writer => WorkoutSyncWriter.Write(writer, answer));
}
