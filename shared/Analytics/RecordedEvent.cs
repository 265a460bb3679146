namespace FitServerless.Analytics;

/// <summary>
/// Something that a person did or a client measured, for counting. Repeated with the same id, type and trainer on its day, it is the same.
/// </summary>
/// <param name="Id">The client's own.</param>
/// <param name="Type">What it is, for instance <c>workout.completed</c> or <c>sync.duration_ms</c>.</param>
/// <param name="TrainerId">The trainer whom it concerns; <c>null</c> for none.</param>
/// <param name="Value">What is summed.</param>
/// <param name="Data">A JSON object that nobody interprets; at most <see cref="EventRules.MaxData"/> characters.</param>
public sealed record RecordedEvent(string Id, string Type, DateTimeOffset At, string? TrainerId, double? Value, string? Data);
