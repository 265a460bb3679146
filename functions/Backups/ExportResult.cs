using FitServerless.Backups;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Backups;

/// <summary>Writes the archive of everything straight into the answer.</summary>
internal sealed class ExportResult(BackupSnapshots snapshots, string userId) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/gzip";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = "attachment; filename=\"account.tar.gz\"";
        try
        {
            await snapshots.ExportAsync(userId, response.Body, httpContext.RequestAborted);
        }
        catch (Exception)
        {
            // The status has gone out: only a broken connection tells the client that this is not all.
            httpContext.Abort();
        }
    }
}
