namespace FitServerless.Accounts.Profiles;

/// <summary>What somebody lets others, and this service, do with their data. Letters are <see cref="BriefingSettings.Email"/>.</summary>
public sealed record PrivacySettings
{
    /// <summary>Whether trainers with a grant see workouts.</summary>
    public bool ShareWorkouts { get; set; } = true;

    /// <summary>Whether trainers with a grant see totals, streaks and load.</summary>
    public bool ShareStatistics { get; set; } = true;

    /// <summary>Whether trainers with a grant see, and with one to write change, plans, goals, food and other documents.</summary>
    public bool ShareDocuments { get; set; } = true;

    /// <summary>Whether the coach goes by what is stored, or only by what it is told in the request.</summary>
    public bool PersonalCoach { get; set; } = true;

    /// <summary>Whether what the person does in the app is counted.</summary>
    public bool Analytics { get; set; } = true;
}
