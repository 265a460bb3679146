namespace FitServerless.Analytics;

/// <summary>The body of <c>POST /api/events</c>.</summary>
public sealed record EventBatch(IReadOnlyList<EventInput?>? Events);
