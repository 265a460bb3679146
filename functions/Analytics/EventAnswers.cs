using FitServerless.Analytics;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Analytics;

/// <summary>Questions for events, and answers.</summary>
internal static class EventAnswers
{
    private static readonly Problem BadQuestion = Problems.Invalid(
        "to", $"After from, and at most {EventFilter.MaxDays} days; a type of small letters, which for everybody's is needed.");

    /// <exception cref="ProblemException">One of the times is missing, or none.</exception>
    public static EventFilter Filter(HttpRequest request) => new(Time(request, "from"), Time(request, "to"), request.Text("type"));

    public static IResult Of(EventSummaryOutcome outcome) => outcome switch
    {
        EventSummaryOutcome.Found { Summary: var summary } => TypedResults.Json(summary, AnalyticsJson.Default.EventSummary),
        EventSummaryOutcome.TooMuch => new ProblemResult(Problems.TooManyEvents),
        EventSummaryOutcome.Forbidden => new ProblemResult(Problems.NotAdmin),
        _ => new ProblemResult(BadQuestion),
    };

    private static DateTimeOffset Time(HttpRequest request, string name) =>
        request.Time(name) ?? throw new ProblemException(Problems.Invalid(name, "An ISO 8601 time, for instance 2026-01-31T06:30:00Z."));
}
