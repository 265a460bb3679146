namespace FitServerless.Workouts.Files;

/// <summary>What the recording device says an activity came to; <c>null</c> where it says nothing.</summary>
public sealed record ActivityTotals
{
    /// <summary>Without the pauses.</summary>
    public double? TimerSeconds { get; init; }

    /// <summary>Metres.</summary>
    public double? Distance { get; init; }

    /// <summary>Kilocalories.</summary>
    public int? Calories { get; init; }

    /// <summary>Metres climbed.</summary>
    public int? Ascent { get; init; }
}
