using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Stats;

/// <summary>What the caller's workouts come to.</summary>
public sealed class StatsFunctions(StatsRequests requests, CurrentUser user)
{
    [Function(nameof(GetStats))]
    public Task<IResult> GetStats(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/stats")] HttpRequest request, CancellationToken cancellationToken) =>
        requests.GetAsync(user.Id, request, cancellationToken);
}
