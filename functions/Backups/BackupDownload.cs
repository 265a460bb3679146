using System.Globalization;
using FitServerless.Backups;
using FitServerless.Functions.Http;
using FitServerless.Storage;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Backups;

/// <summary>Sends a backup, or a stretch of it, on as it comes from storage.</summary>
/// <param name="span">The stretch; <c>null</c> for all of the backup.</param>
internal sealed class BackupDownload(BackupContent backup, ByteSpan? span, StreamedBodies bodies) : IResult
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

        // Cut off, the client goes on with a range.
        await bodies.WriteAsync(httpContext, (body, cancellationToken) => content.CopyToAsync(body, cancellationToken));
    }

    public static string Tag(BackupInfo backup) => $"\"{backup.Sha256}\"";
}
