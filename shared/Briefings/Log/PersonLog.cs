using FitServerless.Stats;

namespace FitServerless.Briefings.Log;

/// <summary>What reports are made of: a person's documents of late, understood, by their own days.</summary>
/// <param name="Today">The day that the report is for.</param>
/// <param name="Workouts">Of some 13 months, oldest first, with their loads.</param>
/// <param name="Planned">For yesterday, today and tomorrow.</param>
/// <param name="Encrypted">Documents that only the person's own devices can read; they are counted, and that is all.</param>
internal sealed record PersonLog(
    DateOnly Today,
    LocalDays Days,
    IReadOnlyList<StatEntry> Workouts,
    IReadOnlyList<Night> Nights,
    IReadOnlyList<Food> Eaten,
    Food? Target,
    IReadOnlyList<PlannedSession> Planned,
    int Encrypted)
{
    public IReadOnlyList<StatEntry> Between(DateOnly first, DateOnly last) =>
        [.. Workouts.Where(workout => Days.Of(workout.StartedAt) is var day && day >= first && day <= last)];

    public IReadOnlyList<PlannedSession> PlannedOn(DateOnly day) => [.. Planned.Where(session => session.Day == day)];

    public Night? NightTo(DateOnly day) => Nights.Where(night => night.Day == day).MaxBy(night => night.Minutes);

    /// <summary>Mean minutes of the nights that ended on those days; <c>null</c> for fewer than three.</summary>
    public int? UsualSleep(DateOnly first, DateOnly last)
    {
        var nights = Nights.Where(night => night.Day >= first && night.Day <= last).ToList();
        return nights.Count < 3 ? null : (int)Math.Round(nights.Average(night => night.Minutes));
    }

    public StreakOfDays StreakTo(DateOnly day) => StreakOfDays.Of(TrainedDays().Where(trained => trained <= day), day, Days);

    /// <summary>Fitness and fatigue at the end of that day.</summary>
    public TrainingState StateAfter(DateOnly day)
    {
        var state = new TrainingState();
        foreach (var trained in Workouts.GroupBy(workout => Days.Of(workout.StartedAt)).Where(trained => trained.Key <= day))
            state.Train(trained.Key, trained.Sum(workout => workout.Load ?? 0));
        state.RestUntil(day);
        return state;
    }

    public IEnumerable<DateOnly> TrainedDays() => Workouts.Select(workout => Days.Of(workout.StartedAt)).Distinct();
}
