using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>An answer that no cache may keep.</summary>
internal sealed class NoStore(IResult inner) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        return inner.ExecuteAsync(httpContext);
    }
}
