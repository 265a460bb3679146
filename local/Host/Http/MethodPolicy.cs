using Microsoft.AspNetCore.Routing.Matching;

namespace FitServerless.Local.Host.Http;

/// <summary>
/// A function that does not serve the method is no match, so a later route may still be one, and no 405 comes of it.
/// ASP.NET Core's own policy would answer 405.
/// </summary>
internal sealed class MethodPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 0;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<HttpFunction>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i)
                && candidates[i].Endpoint.Metadata.GetMetadata<HttpFunction>() is { } function
                && !function.Serves(httpContext.Request.Method))
                candidates.SetValidity(i, false);
        }

        return Task.CompletedTask;
    }
}
