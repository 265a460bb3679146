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
        Add(httpContext.Response.Headers, standings);
        return inner.ExecuteAsync(httpContext);
    }

    /// <summary>The problem of one too many.</summary>
    public static QuotaHeaders TooMany(IReadOnlyList<QuotaStanding> standings) =>
        new(standings, new ProblemResult(Problems.TooManyRequests(standings.Max(standing => standing.ResetSeconds))));

    /// <summary>Beside what is there: a feature's own quotas stand behind those of its route.</summary>
    public static void Add(IHeaderDictionary headers, IReadOnlyList<QuotaStanding> standings)
    {
        foreach (var standing in standings)
        {
            var (name, policy) = (standing.Policy.Name, standing.Policy);
            Add(
                headers,
                "RateLimit-Policy",
                string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={policy.Limit};w={policy.Window.TotalSeconds}"));
            Add(headers, "RateLimit", string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={standing.Remaining};t={standing.ResetSeconds}"));
        }
    }

    /// <summary>In one line: not every client reads several of one name as the list that they are.</summary>
    private static void Add(IHeaderDictionary headers, string name, string member) =>
        headers[name] = headers[name] is { Count: > 0 } before ? $"{before}, {member}" : member;
}
