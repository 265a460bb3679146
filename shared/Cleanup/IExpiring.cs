namespace FitServerless.Cleanup;

/// <summary>
/// What expires among an owner's rows. Whoever writes such rows first tells the <see cref="ExpiryIndex"/>; a feature that holds them registers
/// one of these.
/// </summary>
public interface IExpiring
{
    /// <summary>Under which it is in the index: letters. Also its name as a <see cref="ICleanup"/>.</summary>
    string Kind { get; }

    /// <summary>Takes out what of one owner's was due by the end of a UTC day. Safe to repeat, to run twice at once, and to be killed in.</summary>
    /// <returns>The day by whose end the next of what is left is due, later than <paramref name="day"/>; <c>null</c> when nothing is left.</returns>
    Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken);
}
