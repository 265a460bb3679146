using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>A page that holds a secret, as its address does: no cache keeps it, and no other site is told the address.</summary>
internal sealed class SecretPage(int status, string html) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        return new NoStore(TypedResults.Content(html, "text/html; charset=utf-8", statusCode: status)).ExecuteAsync(httpContext);
    }
}
