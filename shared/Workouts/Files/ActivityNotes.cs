namespace FitServerless.Workouts.Files;

/// <summary>What a workout's free-form summary keeps of the file it came from, so that it can go out again.</summary>
public sealed record ActivityNotes
{
    /// <summary>Metres.</summary>
    public double? Distance { get; init; }

    /// <summary>Kilocalories.</summary>
    public double? Calories { get; init; }

    /// <summary>Metres climbed.</summary>
    public double? Ascent { get; init; }

    public string? Device { get; init; }

    public IReadOnlyList<ActivityLap>? Laps { get; init; }

    public IReadOnlyList<ActivityPause>? Pauses { get; init; }
}
