using System.Text.Json;
using FitServerless.Accounts.Profiles;
using FitServerless.Storage;
using FitServerless.Sync;
using FitServerless.Workouts;
using Microsoft.Extensions.Logging;

namespace FitServerless.Coach.Conversations;

/// <summary>Reads what the coach may know of a person: workouts, goals and plans of their own. Four transactions side by side.</summary>
internal sealed partial class AthleteReader(ISyncStore documents, IPeople people, TimeProvider clock, ILogger<AthleteReader> logger)
{
    private const int MaxWorkouts = 50, MaxGoals = 5, MaxGoalLength = 400;

    private static readonly string[] GoalCollections = ["goals", "plans"];

    /// <summary>Nothing while storage is down.</summary>
    public async Task<Athlete> ReadAsync(string userId, CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            var goals = Task.WhenAll(GoalCollections.Select(collection => GoalsAsync(userId, collection, cancellationToken)));
            var finding = people.FindAsync(userId, cancellationToken);
            var query = new ListQuery(Workout.Collection, MaxWorkouts, From: now.AddDays(-28));
            var page = await documents.ListAsync(userId, query, cancellationToken);
            var person = await finding;
            return person is { Settings.Privacy.PersonalCoach: false } ? Athlete.Unknown
                : Of(page.Items.Select(WorkoutBody.Parse), [.. (await goals).SelectMany(found => found)], person?.Zone ?? TimeZoneInfo.Utc, now);
        }
        catch (Exception e) when (StorageFaults.IsOutage(e))
        {
            LogUnreachable(StorageFaults.Reason(e));
            return Athlete.Unknown;
        }
    }

    private static Athlete Of(IEnumerable<Workout> workouts, IReadOnlyList<string> goals, TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = DayOf(now, zone);
        var recent = workouts
            .Where(workout => workout.StartedAt <= now)
            .Select(workout => new RecentWorkout(
                workout.Title ?? workout.SportType ?? "Workout",
                workout.SportType ?? "",
                today.DayNumber - DayOf(workout.StartedAt!.Value, zone).DayNumber,
                MinutesOf(workout)))
            .ToList();
        var days = new TrainingDays(recent.Select(workout => today.AddDays(-workout.DaysAgo)), today);
        return new Athlete(recent, days.Streak, days.InWeek(), days.InWeek(endsDaysAgo: 7), goals);
    }

    private static int? MinutesOf(Workout workout) => workout.DurationSeconds is { } seconds
        ? seconds / 60
        : (int?)(workout.EndedAt - workout.StartedAt)?.TotalMinutes;

    private static DateOnly DayOf(DateTimeOffset time, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);

    /// <summary>The latest ones, as far as they are short and no ciphertext.</summary>
    private async Task<IEnumerable<string>> GoalsAsync(string userId, string collection, CancellationToken cancellationToken)
    {
        var page = await documents.ListAsync(userId, new ListQuery(collection, MaxGoals), cancellationToken);
        return page.Items.Select(PlainText).OfType<string>();
    }

    private static string? PlainText(StoredJson body)
    {
        using var document = JsonDocument.Parse(body.ToUtf8());
        if (!document.RootElement.TryGetProperty("data", out var data) || Ciphertext.Is(data))
            return null;
        return data.GetRawText() is { Length: <= MaxGoalLength } text ? text : null;
    }

    [LoggerMessage(4007, LogLevel.Warning, "The coach talks without the user's data: {Reason}")]
    private partial void LogUnreachable(string reason);
}
