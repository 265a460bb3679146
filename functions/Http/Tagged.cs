using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FitServerless.Functions.Http;

/// <summary>An answer with its ETag; of one document, that is its version.</summary>
internal sealed class Tagged(EntityTagHeaderValue tag, IResult inner) : IResult
{
    public Tagged(int version, IResult inner)
        : this(new EntityTagHeaderValue(ETags.Format(version)), inner)
    {
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = tag.ToString();
        return inner.ExecuteAsync(httpContext);
    }
}
