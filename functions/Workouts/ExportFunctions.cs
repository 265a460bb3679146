using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Workouts.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Workouts;

/// <summary>Workouts as files that other programs read.</summary>
public sealed class ExportFunctions(ActivityExport export, CurrentUser user)
{
    [Function(nameof(ExportWorkout))]
    [Summary("A workout as a FIT, TCX or GPX file.")]
    [Answer(200, "The file", MediaType = "application/octet-stream")]
    [Refuses(409, 422)]
    public async Task<IResult> ExportWorkout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/workouts/{id}/export/{format}")] HttpRequest request,
        string id,
        string format,
        CancellationToken cancellationToken)
    {
        if (FileTypes.Parse(format) is not { } known)
            return new ProblemResult(Problems.NotFound);
        return await export.ExportAsync(user.Id, id, known, cancellationToken) switch
        {
            ExportOutcome.Written written => new Tagged(written.Version, FileTypes.Download(written, known)),
            ExportOutcome.NoPosition => new ProblemResult(FileTypes.NoPosition),
            ExportOutcome.Encrypted => new ProblemResult(Problems.Encrypted),
            _ => new ProblemResult(Problems.NotFound),
        };
    }
}
