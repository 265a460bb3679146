namespace FitServerless.Schedules;

/// <summary>What is done for one person on an occasion.</summary>
public interface IOccasionJob
{
    OccasionKind Kind { get; }

    /// <summary>
    /// Runs at least once for each occasion, so a repeat, also one that begins where the last was killed, must change nothing.
    /// An exception is retried some times and then sets this person aside; the others go on.
    /// </summary>
    Task RunAsync(Occasion occasion, CancellationToken cancellationToken);
}
