namespace FitServerless.Briefings.Reports;

/// <summary>How the person used the app, by the events that clients have sent of it.</summary>
/// <param name="Days">Days with an event.</param>
/// <param name="Most">The types that came most often, at most three, the first the most.</param>
/// <param name="DaysBefore">Days with an event in the period before.</param>
/// <param name="EventsBefore">Events of the period before.</param>
public sealed record AppUseFacts(int Days, int Events, IReadOnlyList<EventTypeCount> Most, int DaysBefore, int EventsBefore);
