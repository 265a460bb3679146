using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>The id under which a request is found in the logs.</summary>
internal static class TraceIds
{
    /// <summary>Of the invocation (<see cref="ResponseHeadersMiddleware"/> tells it to the client as well), else of the current activity.</summary>
    public static string Of(HttpContext http) =>
        ActivityContext.TryParse(http.Response.Headers.TraceParent, null, out var context) ? context.TraceId.ToHexString()
        : Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
}
