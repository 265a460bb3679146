namespace FitServerless.Coach.Conversations;

/// <summary>On which of a person's own days there was a workout.</summary>
internal sealed class TrainingDays(IEnumerable<DateOnly> days, DateOnly today)
{
    private readonly HashSet<DateOnly> _days = [.. days];

    /// <summary>Days in a row up to today; today itself may still come.</summary>
    public int Streak
    {
        get
        {
            var day = _days.Contains(today) ? today : today.AddDays(-1);
            var streak = 0;
            for (; _days.Contains(day); day = day.AddDays(-1))
                streak++;
            return streak;
        }
    }

    /// <summary>Of the seven that end so many days ago.</summary>
    public int InWeek(int endsDaysAgo = 0) => Enumerable.Range(endsDaysAgo, 7).Count(ago => _days.Contains(today.AddDays(-ago)));
}
