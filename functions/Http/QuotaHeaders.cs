using System.Globalization;
using FitServerless.Quotas;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>
/// An answer with where the caller stands: <c>RateLimit-Policy</c> and <c>RateLimit</c>, lists of structured fields
/// (https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/10/).
/// </summary>
internal sealed class QuotaHeaders(IReadOnlyList<QuotaStanding> standings, IResult inner) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (standings.Count > 0)
        {
            var headers = httpContext.Response.Headers;
            headers["RateLimit-Policy"] = Join(standing => $"q={standing.Policy.Limit};w={standing.Policy.Window.TotalSeconds}");
            headers["RateLimit"] = Join(standing => $"r={standing.Remaining};t={standing.ResetSeconds}");
        }

        return inner.ExecuteAsync(httpContext);
    }

    /// <summary>The problem of one too many.</summary>
    public static QuotaHeaders TooMany(IReadOnlyList<QuotaStanding> standings) =>
        new(standings, new ProblemResult(Problems.TooManyRequests(standings.Max(standing => standing.ResetSeconds))));

    private string Join(Func<QuotaStanding, FormattableString> parameters) => string.Join(
        ", ", standings.Select(standing => $"\"{standing.Policy.Name}\";{parameters(standing).ToString(CultureInfo.InvariantCulture)}"));
}
