namespace FitServerless.Schedules.Runs;

/// <summary>The jobs of all features, by kind.</summary>
internal sealed class OccasionJobs(IEnumerable<IOccasionJob> jobs)
{
    private readonly Dictionary<OccasionKind, IOccasionJob> _jobs = jobs.ToDictionary(job => job.Kind);

    /// <exception cref="InvalidOperationException">No feature does it.</exception>
    public IOccasionJob this[OccasionKind kind] =>
        _jobs.GetValueOrDefault(kind) ?? throw new InvalidOperationException($"No job is registered for {kind}.");
}
