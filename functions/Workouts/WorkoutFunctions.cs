using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Functions.Sync;
using FitServerless.Sync;
using FitServerless.Workouts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Workouts;

/// <summary>The caller's workouts, one by one.</summary>
public sealed class WorkoutFunctions(WorkoutService workouts, WorkoutRequests requests, CurrentUser user)
{
    [Function(nameof(ListWorkouts))]
    [Summary("Workouts, newest first.")]
    [Paged]
    [Query("from", "From this time on.", Format = "date-time")]
    [Query("to", "Up to this time.", Format = "date-time")]
    [Query("sport", "Only of this sport.")]
    [Answer<IReadOnlyList<WorkoutShape>>(200, "Without measurements")]
    public Task<IResult> ListWorkouts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/workouts")] HttpRequest request, CancellationToken cancellationToken) =>
        requests.ListAsync(user.Id, request, cancellationToken);

    [Function(nameof(GetWorkout))]
    [Summary("A workout with its measurements.")]
    [Query("measurements", "How; rows unless said.", Values = ["rows", "columns", "none"])]
    [Header("If-None-Match")]
    [Answer<WorkoutShape>(200)]
    public Task<IResult> GetWorkout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/workouts/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => requests.GetAsync(user.Id, id, request, cancellationToken);

    [Function(nameof(CreateWorkout))]
    [Summary("Keeps a workout, with measurements if it has some.")]
    [Header("Idempotency-Key")]
    [Body<WorkoutEdit>]
    [Answer<ChangedView>(201)]
    [Refuses(409, 422)]
    public async Task<IResult> CreateWorkout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/workouts")] HttpRequest request, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Read(request);
        var edit = await request.ReadAsync(WorkoutJson.Default.WorkoutEdit, WorkoutLimits.Body, cancellationToken);
        var created = await workouts.CreateAsync(user.Id, edit, key, cancellationToken);
        return created.Result.Status == ChangeStatus.Rejected
            ? new ProblemResult(IdempotencyKey.Explain(Problems.From(created.Result), key))
            : new Tagged(created.Result.Version, new WorkoutCreatedAnswer(created));
    }

    [Function(nameof(UpdateWorkout))]
    [Summary("Replaces a workout; without If-Match the later updatedAt wins.")]
    [Header("If-Match")]
    [Body<WorkoutEdit>]
    [Answer<ChangedView>(200)]
    [Answer<WorkoutShape>(200, "The workout, where measurements of two sides were united; else what it became")]
    [Refuses(409, 412, 422)]
    public async Task<IResult> UpdateWorkout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/workouts/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        var edit = await request.ReadAsync(WorkoutJson.Default.WorkoutEdit, WorkoutLimits.Body, cancellationToken);
        var result = await workouts.ReplaceAsync(user.Id, id, edit, request.IfMatch(), cancellationToken);
        return result.Status switch
        {
            ChangeStatus.Rejected => new ProblemResult(Problems.From(result)),
            ChangeStatus.Stale => new ProblemResult(Problems.Stale(result)),
            _ => new Tagged(result.Version, new WorkoutUpdatedAnswer(id, result)),
        };
    }

    [Function(nameof(DeleteWorkout))]
    [Summary("Deletes a workout.")]
    [Header("If-Match")]
    [Answer(204)]
    [Refuses(409, 412)]
    public async Task<IResult> DeleteWorkout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/workouts/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        var result = await workouts.DeleteAsync(user.Id, id, request.IfMatch(), cancellationToken);
        return result.Status == ChangeStatus.Rejected ? new ProblemResult(Problems.From(result)) : TypedResults.NoContent();
    }
}
