using FitServerless.Functions.Http;
using FitServerless.Stats;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FitServerless.Functions.Stats;

/// <summary>Reading somebody's statistics, whoever asks for them and may.</summary>
public sealed class StatsRequests(StatsService stats)
{
    private static readonly Problem BadRange = Problems.Invalid("to", $"Not before from, and at most {StatsRange.MaxDays} days.");

    public async Task<IResult> GetAsync(string userId, HttpRequest request, CancellationToken cancellationToken)
    {
        var range = new StatsRange(request.Day("from"), request.Day("to"));
        if (!range.IsValid)
            return new ProblemResult(BadRange);
        var known = StatsTag.Parse(request.KnownTag());
        return await stats.ReadAsync(userId, range, known, cancellationToken) switch
        {
            StatsRead.Found found => new Tagged(Tag(found), TypedResults.Json(found.Stats, StatsJson.Default.TrainingStats)),
            var unchanged => new NotModified(Tag(unchanged)),
        };
    }

    private static EntityTagHeaderValue Tag(StatsRead read) => new($"\"{read.Tag}\"");
}
