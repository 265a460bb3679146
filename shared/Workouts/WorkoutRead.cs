using FitServerless.Sync;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts;

/// <summary>What reading one workout came to.</summary>
public abstract record WorkoutRead
{
    private WorkoutRead()
    {
    }

    /// <param name="Samples"><c>null</c> when they were not asked for.</param>
    public sealed record Found(int Version, StoredJson Body, MeasurementSeries? Samples) : WorkoutRead;

    /// <summary>The caller has this version already.</summary>
    public sealed record NotModified(int Version) : WorkoutRead;

    /// <summary>Never there, deleted, or another user's.</summary>
    public sealed record NotFound : WorkoutRead;
}
