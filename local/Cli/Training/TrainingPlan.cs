namespace FitServerless.Local.Cli.Training;

/// <summary>A week of three rides and two or three runs, every fourth week easier, with a day missed now and then.</summary>
internal static class TrainingPlan
{
    private const double MissedShare = 0.08;

    /// <summary>Oldest first, <paramref name="to"/> not included.</summary>
    public static IEnumerable<Session> Between(DateOnly from, DateOnly to)
    {
        for (var day = from; day < to; day = day.AddDays(1))
        {
            var random = new Random(day.DayNumber);
            if (random.NextDouble() >= MissedShare && Plan(day, random) is { } session)
                yield return session;
        }
    }

    private static Session? Plan(DateOnly day, Random random)
    {
        var easyWeek = day.DayNumber / 7 % 4 == 3;
        var extra = easyWeek ? 0 : random.Next(0, 4) * 5;
        return day.DayOfWeek switch
        {
            DayOfWeek.Tuesday => Ride(
                "Threshold intervals", 17, Intervals(easyWeek ? 3 : 4, on: new Effort(8, 1.02), off: new Effort(4, 0.5))),
            DayOfWeek.Wednesday => Run("Easy run", 6, [new Effort(30 + extra, 0.72)]),
            DayOfWeek.Thursday => Ride("Endurance ride", 17, [new Effort(10, 0.5), new Effort(50 + extra, 0.68), new Effort(5, 0.45)]),
            DayOfWeek.Friday when !easyWeek => Run("Strides", 6, Intervals(6, on: new Effort(1, 1.1), off: new Effort(2, 0.65))),
            DayOfWeek.Saturday => Ride(
                "Long ride", 8, [new Effort(15, 0.55), new Effort(90 + 2 * extra, 0.66), new Effort(20, 0.85), new Effort(10, 0.5)]),
            DayOfWeek.Sunday => Run("Long run", 8, [new Effort(50 + extra, 0.76), new Effort(10, 0.85)]),
            _ => null,
        };

        Session Ride(string title, int hour, IReadOnlyList<Effort> efforts) => new(true, title, At(hour), efforts);
        Session Run(string title, int hour, IReadOnlyList<Effort> efforts) => new(false, title, At(hour), efforts);
        DateTimeOffset At(int hour) => new(day, new TimeOnly(hour, random.Next(0, 45)), TimeSpan.Zero);
    }

    private static List<Effort> Intervals(int times, Effort on, Effort off) =>
        [new Effort(12, 0.6), .. Enumerable.Repeat((Effort[])[on, off], times).SelectMany(pair => pair), new Effort(8, 0.5)];
}
