using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Workouts.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Workouts;

/// <summary>Files of other programs as workouts.</summary>
public sealed class ImportFunctions(ActivityImport import, CurrentUser user)
{
    /// <summary>
    /// The content says what it is; its media type is not asked. No <c>POST</c> has <c>api/workouts/{id}</c>, so that the order in which
    /// the host tries routes (see <see cref="WorkoutSyncFunctions.GetChangedWorkouts"/>) does not matter here.
    /// </summary>
    [Function(nameof(ImportWorkouts))]
    [Summary("Workouts out of a FIT, TCX or GPX file, or a zip of them.")]
    [Query("name", "The file's name.")]
    [Body("application/octet-stream")]
    [Answer<ImportAnswerShape>(200, "One an activity")]
    [Refuses(415, 422)]
    public async Task<IResult> ImportWorkouts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/workouts/import")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var name = request.Text("name") ?? "upload";
        var upload = await request.ReadFileAsync(WorkoutLimits.Upload, cancellationToken);
        return await import.ImportAsync(user.Id, name, upload, cancellationToken) switch
        {
            ImportOutcome.Done done => new RawJson(writer => ImportWriter.Write(writer, done.Results)),
            ImportOutcome.Refused { Problem: var problem } =>
                new ProblemResult(new Problem(problem.Type, problem.Status, "File refused", problem.Detail)),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    }
}
