using System.Globalization;
using System.Text.Json;
using FitServerless.Briefings;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Briefings;

/// <summary>What the caller was told on schedule, to read again.</summary>
public sealed class BriefingFunctions(BriefingService briefings, CurrentUser user)
{
    [Function(nameof(ListBriefings))]
    [Summary("What the caller was told on schedule, newest first.")]
    [Paged]
    [Query("kind", "Only of this kind.", Values = ["daily", "weekday-plan", "evening-review", "weekly-report", "weekly-insights", "monthly-report"])]
    [Query("from", "The first day.", Format = "date")]
    [Query("to", "The last day.", Format = "date")]
    [Answer<IReadOnlyList<Briefing>>(200)]
    public async Task<IResult> ListBriefings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/briefings")] HttpRequest request, CancellationToken cancellationToken)
    {
        var page = await briefings.ListAsync(user.Id, BriefingQueries.Read(request), cancellationToken);
        return new ListAnswer<Briefing>(page.Items, page.NextCursor, Write);
    }

    [Function(nameof(GetBriefing))]
    [Summary("What the caller was told on a day.")]
    [Answer<Briefing>(200)]
    public async Task<IResult> GetBriefing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/briefings/{kind}/{date}")] HttpRequest request,
        string kind,
        string date,
        CancellationToken cancellationToken) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && await briefings.FindAsync(user.Id, kind, day, cancellationToken) is { } found
            ? TypedResults.Json(found, BriefingJson.Default.Briefing)
            : new ProblemResult(Problems.NotFound);

    private static void Write(Utf8JsonWriter writer, Briefing briefing) =>
        JsonSerializer.Serialize(writer, briefing, BriefingJson.Default.Briefing);
}
