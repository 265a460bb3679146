using FitServerless.Functions.Http;
using FitServerless.Stats;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace FitServerless.Functions.Stats;

/// <summary>What the caller's workouts come to.</summary>
public sealed class StatsFunctions(StatsService stats, CurrentUser user)
{
    private static readonly Problem BadRange = Problems.Invalid("to", $"Not before from, and at most {StatsRange.MaxDays} days.");

    [Function(nameof(GetStats))]
    public async Task<IResult> GetStats(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/stats")] HttpRequest request, CancellationToken cancellationToken)
    {
        var range = new StatsRange(request.Day("from"), request.Day("to"));
        if (!range.IsValid)
            return new ProblemResult(BadRange);
        var known = StatsTag.Parse(request.KnownTag());
        return await stats.ReadAsync(user.Id, range, known, cancellationToken) switch
        {
            StatsRead.Found found => new Tagged(Tag(found), TypedResults.Json(found.Stats, StatsJson.Default.TrainingStats)),
            var unchanged => new NotModified(Tag(unchanged)),
        };
    }

    private static EntityTagHeaderValue Tag(StatsRead read) => new($"\"{read.Tag}\"");
}
