using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FitServerless.Functions.Backups;

/// <summary>Bodies that go to storage as they come, and so may be larger than the server lets others be.</summary>
internal static class UploadBody
{
    /// <summary>
    /// The platform in front has a limit of its own, 100 MB
    /// (<a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook-trigger#limits">limits</a>): what is larger
    /// comes in parts.
    /// </summary>
    /// <exception cref="ProblemException">413: the body is said to be larger. Nothing of it is read.</exception>
    public static Stream Upload(this HttpRequest request, long limit)
    {
        if (request.ContentLength > limit)
            throw new ProblemException(Problems.TooLarge(limit));
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            server.MaxRequestBodySize = limit + 1;
        return request.Body;
    }
}
