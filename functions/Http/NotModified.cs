using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FitServerless.Functions.Http;

/// <summary>304, with the tag that the client's copy still has.</summary>
internal sealed class NotModified(EntityTagHeaderValue tag) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = tag.ToString();
        httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }
}
