using FitServerless.Backups;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Backups;

/// <summary>Writes the archive of everything straight into the answer.</summary>
internal sealed class ExportResult(BackupSnapshots snapshots, string userId, StreamedBodies bodies) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/gzip";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = "attachment; filename=\"account.tar.gz\"";
        await bodies.WriteAsync(httpContext, (body, cancellationToken) => snapshots.ExportAsync(userId, body, cancellationToken));
    }
}
