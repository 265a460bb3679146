using FitServerless.Backups;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Backups;

/// <summary>Everything that is held about a person (GDPR, articles 15 and 20).</summary>
public sealed class AccountExportFunctions(BackupSnapshots snapshots, StreamedBodies bodies, CurrentUser user)
{
    [Function(nameof(ExportAccount))]
    [Summary("Everything that is held about the caller.")]
    [Answer(200, "The archive", MediaType = "application/gzip")]
    public async Task<IResult> ExportAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/account/export")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        // A storage that is down is told while there is a status to tell it with.
        await snapshots.ReadMarkAsync(user.Id, cancellationToken);
        return new ExportResult(snapshots, user.Id, bodies);
    }
}
