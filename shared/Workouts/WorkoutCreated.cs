using FitServerless.Sync;

namespace FitServerless.Workouts;

/// <param name="Id">The workout's id, whether it was made now or by an earlier attempt.</param>
public sealed record WorkoutCreated(string Id, ChangeResult Result);
