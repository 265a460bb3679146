namespace FitServerless.Accounts.Profiles;

/// <summary>Which reports somebody wants, and how.</summary>
public sealed record BriefingSettings
{
    public bool Daily { get; set; } = true;

    public bool WeekdayPlan { get; set; } = true;

    public bool EveningReview { get; set; } = true;

    public bool WeeklyReport { get; set; } = true;

    public bool WeeklyInsights { get; set; } = true;

    public bool MonthlyReport { get; set; } = true;

    /// <summary>The full hour of the person's own day, 0 to 23, at which the daily briefing comes.</summary>
    public int Hour { get; set; } = 7;

    /// <summary>By e-mail, too: only to who asked for it.</summary>
    public bool Email { get; set; }
}
