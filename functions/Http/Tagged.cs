using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>An answer about one document, with its version as the ETag.</summary>
internal sealed class Tagged(int version, IResult inner) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = ETags.Format(version);
        return inner.ExecuteAsync(httpContext);
    }
}
