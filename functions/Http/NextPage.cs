using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace FitServerless.Functions.Http;

/// <summary>Tells where a list goes on (RFC 8288).</summary>
internal static class NextPage
{
    /// <summary>The same request with another cursor; relative, since behind a proxy we do not know our own host.</summary>
    public static void LinkNext(this HttpContext http, string parameter, string cursor)
    {
        var query = new QueryBuilder(http.Request.Query.Where(other => other.Key != parameter)
            .Select(other => KeyValuePair.Create(other.Key, other.Value.ToString())))
        {
            { parameter, cursor },
        };
        http.Response.Headers.Link = $"<{http.Request.Path}{query.ToQueryString()}>; rel=\"next\"";
    }
}
