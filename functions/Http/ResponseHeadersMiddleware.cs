using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;

namespace FitServerless.Functions.Http;

/// <summary>Security headers on every answer, CORS for the origins on the list, and the answer to preflights.</summary>
internal sealed class ResponseHeadersMiddleware(IOptions<HttpOptions> options) : IFunctionsWorkerMiddleware
{
    private readonly IReadOnlySet<string> _origins = options.Value.Origins();

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
            return next(context);
        SetSecurityHeaders(http.Response.Headers);
        SetCorsHeaders(http.Request, http.Response.Headers);
        if (context.TraceContext.TraceParent is { Length: > 0 } traceParent)
            http.Response.Headers.TraceParent = traceParent;
        if (!HttpMethods.IsOptions(http.Request.Method))
            return next(context);
        context.GetInvocationResult().Value = Results.NoContent();
        return Task.CompletedTask;
    }

    private static void SetSecurityHeaders(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Obsolete: browsers that still know it are rarer than auditors who ask for it.
        headers.XXSSProtection = "1; mode=block";
        headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        headers.ContentSecurityPolicy = "default-src 'self'";
        // Other people's caches keep nothing; the client's own asks each time whether its copy is still good.
        headers.CacheControl = "private, no-cache";
    }

    private void SetCorsHeaders(HttpRequest request, IHeaderDictionary headers)
    {
        if (_origins.Count == 0)
            return;
        headers.Vary = "Origin";
        if (request.Headers.Origin.ToString() is not { Length: > 0 } origin || !_origins.Contains(origin))
            return;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = CorsHeaders.Exposed;
        if (!HttpMethods.IsOptions(request.Method))
            return;
        headers.AccessControlAllowMethods = "GET, POST, PUT, PATCH, DELETE, OPTIONS";
        headers.AccessControlAllowHeaders = CorsHeaders.Allowed;
        headers.AccessControlMaxAge = "86400";
    }
}
