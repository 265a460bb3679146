namespace FitServerless.Cleanup;

/// <summary>One kind of thing that ages and goes. Every feature that keeps anything for a while registers one.</summary>
public interface ICleanup
{
    /// <summary>For the record, and for remembering how far it got; stable, and fit for a row key.</summary>
    string Name { get; }

    /// <summary>
    /// Takes out what was due by the end of a UTC day, and what earlier days have left. Called until it has returned once for a day; days that
    /// were missed are not called for, since a later one holds them. Safe to repeat, to run twice at once, and to be killed or cancelled in:
    /// whatever is left, the next call finds.
    /// </summary>
    /// <param name="day">Over by now: its last moment is at least some minutes old.</param>
    /// <param name="done">Counted up while it goes on, so that a run that fails half-way still says what it did.</param>
    Task RunAsync(DateOnly day, CleanupTally done, CancellationToken cancellationToken);
}
