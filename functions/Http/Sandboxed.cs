using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>An answer that somebody uploaded: opened in a browser, it runs nothing and reaches nothing of ours.</summary>
internal sealed class Sandboxed(IResult inner) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return inner.ExecuteAsync(httpContext);
    }
}
