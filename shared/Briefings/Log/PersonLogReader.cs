using FitServerless.Stats;
using FitServerless.Sync;
using FitServerless.Workouts;

namespace FitServerless.Briefings.Log;

/// <summary>Reads what reports are made of: two transactions side by side, each of at most 1,000 documents, the newest.</summary>
internal sealed class PersonLogReader(ISyncStore store)
{
    /// <summary>The twelve months before a month, for its records; and fitness, which forgets 99.99 % of what is that old.</summary>
    private const int WorkoutDays = 400;

    /// <summary>Two months, for the monthly report.</summary>
    private const int SleepDays = 62;

    public async Task<PersonLog> ReadAsync(string userId, DateOnly today, LocalDays days, CancellationToken cancellationToken)
    {
        var end = days.StartOf(today.AddDays(1));
        var workouts = store.ListAsync(
            userId, new ListQuery(Workout.Collection, 1000, From: end.AddDays(-WorkoutDays), To: end), cancellationToken);
        var others = await store.ListSeveralAsync(
            userId,
            [
                new ListQuery("fitnessData", 0, From: end.AddDays(-SleepDays), To: end, Tag: "sleep"),
                new ListQuery("foodEntries", 0, From: days.StartOf(today), To: end),
                new ListQuery("nutritionGoals", 0, To: end),
                new ListQuery("plans", 0),
                new ListQuery("sessions", 0, From: days.StartOf(today.AddDays(-1)), To: end.AddDays(1)),
            ],
            cancellationToken);
        return Understand(today, days, (await workouts).Items, others);
    }

    private static PersonLog Understand(DateOnly today, LocalDays days, IReadOnlyList<StoredJson> workouts, ILookup<string, StoredJson> others)
    {
        var readable = new Readable(others);
        var plans = new PlanReader(days);
        DateOnly[] around = [today.AddDays(-1), today, today.AddDays(1)];
        return new PersonLog(
            today,
            days,
            LoadEstimates.Fill(workouts.Select(StatEntries.Read).OfType<StatEntry>().OrderBy(workout => workout.StartedAt)),
            [.. readable.Of("fitnessData").Select(measurement => Night.Read(measurement, days)).OfType<Night>()],
            [.. readable.Of("foodEntries").Select(entry => Food.Eaten(entry, days)).OfType<Food>()],
            readable.Of("nutritionGoals").Select(Food.Target).FirstOrDefault(),
            [
                .. readable.Of("plans").SelectMany(plan => PlanReader.Schedule(plan, around)),
                .. readable.Of("sessions").Select(plans.Session).OfType<PlannedSession>(),
            ],
            readable.Encrypted + workouts.Count(workout => Ciphertext.Is(workout.ToUtf8())));
    }
}
