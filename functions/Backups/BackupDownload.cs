using System.Globalization;
using FitServerless.Backups;
using FitServerless.Storage;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Backups;

/// <summary>Sends a backup, or a stretch of it, on as it comes from storage.</summary>
/// <param name="span">The stretch; <c>null</c> for all of the backup.</param>
internal sealed class BackupDownload(BackupContent backup, ByteSpan? span) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var content = backup.Content;
        var (response, info) = (httpContext.Response, backup.Info);
        response.ContentType = "application/gzip";
        response.ContentLength = span?.Count ?? info.Size;
        response.Headers.AcceptRanges = "bytes";
        response.Headers.ETag = Tag(info);
        response.Headers[BackupHeaders.ReprDigest] = BackupHeaders.Digest(info);
        response.Headers.ContentDisposition = $"attachment; filename=\"{info.Id.Kind}-{info.Id.Name}.tar.gz\"";
        if (span is var (first, count))
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {first}-{first + count - 1}/{info.Size}");
        }

        try
        {
            await content.CopyToAsync(response.Body, httpContext.RequestAborted);
        }
        catch (Exception)
        {
            // The status has gone out: only a broken connection tells the client that this is not all. It goes on with a range.
            httpContext.Abort();
        }
    }

    public static string Tag(BackupInfo backup) => $"\"{backup.Sha256}\"";
}
