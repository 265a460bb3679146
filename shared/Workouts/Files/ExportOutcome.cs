namespace FitServerless.Workouts.Files;

/// <summary>What an export came to.</summary>
public abstract record ExportOutcome
{
    private ExportOutcome()
    {
    }

    public sealed record Written(int Version, DateTimeOffset StartedAt, byte[] File) : ExportOutcome;

    /// <summary>GPX is asked for, and the workout has no positions.</summary>
    public sealed record NoPosition : ExportOutcome;

    /// <summary>Only its owner's devices can read the workout.</summary>
    public sealed record Encrypted : ExportOutcome;

    public sealed record NotFound : ExportOutcome;
}
