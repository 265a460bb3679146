using FitServerless.Files;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Files;

/// <summary>201, with where the file is now.</summary>
internal sealed class FileCreated(StoredFile file) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.Location = $"/api/files/{file.Id}";
        httpContext.Response.Headers.ETag = FileDownload.Tag(file);
        return TypedResults.Json(FileView.Of(file), FileContracts.Default.FileView, statusCode: StatusCodes.Status201Created)
            .ExecuteAsync(httpContext);
    }
}
