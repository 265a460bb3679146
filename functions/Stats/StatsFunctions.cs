using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Stats;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Stats;

/// <summary>What the caller's workouts come to.</summary>
public sealed class StatsFunctions(StatsRequests requests, CurrentUser user)
{
    [Function(nameof(GetStats))]
    [Summary("Totals, streaks, a calendar, fitness and fatigue.")]
    [Query("from", "The first day.", Format = "date")]
    [Query("to", "The last day.", Format = "date")]
    [Header("If-None-Match")]
    [Answer<TrainingStats>(200)]
    public Task<IResult> GetStats(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/stats")] HttpRequest request, CancellationToken cancellationToken) =>
        requests.GetAsync(user.Id, request, cancellationToken);
}
