using System.Globalization;
using FitServerless.Files;
using FitServerless.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FitServerless.Functions.Files;

/// <summary>A file, or a stretch of it, to be saved and not shown.</summary>
/// <param name="content">The stretch; <c>null</c> when only the head is asked for.</param>
/// <param name="isPart">It is not all of it.</param>
internal sealed class FileDownload(StoredFile file, ByteSpan span, byte[]? content, bool isPart) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = isPart ? StatusCodes.Status206PartialContent : StatusCodes.Status200OK;
        response.ContentType = file.MediaType == FileType.Text.MediaType ? file.MediaType + "; charset=utf-8" : file.MediaType;
        response.ContentLength = span.Count;
        response.Headers.AcceptRanges = "bytes";
        response.Headers.ETag = Tag(file);
        response.Headers.ContentDisposition = Disposition(file.Name);
        if (isPart)
            response.Headers.ContentRange = string.Create(
                CultureInfo.InvariantCulture, $"bytes {span.First}-{span.First + span.Count - 1}/{file.Size}");
        if (content is not null)
            await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }

    public static string Tag(StoredFile file) => $"\"{file.Version}\"";

    /// <summary>RFC 6266: a name for old readers in ASCII, and the true one as RFC 8187 has it.</summary>
    private static string Disposition(string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        return disposition.ToString();
    }
}
