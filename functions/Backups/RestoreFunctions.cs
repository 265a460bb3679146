using FitServerless.Backups;
using FitServerless.Backups.Restores;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Backups;

/// <summary>Backups of now, and back.</summary>
public sealed class RestoreFunctions(BackupSnapshots snapshots, BackupRestores restores, CurrentUser user)
{
    [Function(nameof(CreateBackup))]
    [Summary("A backup of now.")]
    [Answer<BackupView>(201)]
    public async Task<IResult> CreateBackup(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/backups")] HttpRequest request, CancellationToken cancellationToken) =>
        new UploadResult(
            new UploadOutcome.Stored(await snapshots.TakeNowAsync(user.Id, cancellationToken)), StatusCodes.Status201Created);

    [Function(nameof(RestoreBackup))]
    [Summary("Brings a backup back.")]
    [Query("mode", "merge keeps what is later; replace deletes what the backup has not.", IsRequired = true, Values = ["merge", "replace"])]
    [Answer<RestoredView>(200)]
    [Refuses(422)]
    public async Task<IResult> RestoreBackup(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/backups/{kind}/{name}/restore")] HttpRequest request,
        string kind,
        string name,
        CancellationToken cancellationToken)
    {
        var mode = request.Mode();
        if (!BackupId.TryParse($"{kind}/{name}", out var id))
            return new ProblemResult(Problems.NotFound);
        return await restores.RestoreAsync(user.Id, id, mode, cancellationToken) switch
        {
            RestoreOutcome.Done done => TypedResults.Json(RestoredView.Of(done), BackupContracts.Default.RestoredView),
            RestoreOutcome.Refused refused => new ProblemResult(BackupProblems.NotRestorable(refused.Reason)),
            _ => new ProblemResult(Problems.NotFound),
        };
    }
}
