using FitServerless.Workouts;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>A workout as a device has it.</summary>
internal sealed class Replica
{
    public string? Id { get; set; }

    public string? LocalId { get; init; }

    public string? Title { get; set; }

    public bool Deleted { get; set; }

    public int Version { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public void Take(Workout workout)
    {
        Id = workout.Id;
        Title = workout.Title;
        Deleted = workout.DeletedAt is not null;
        Version = workout.Version;
        UpdatedAt = workout.UpdatedAt;
    }

    /// <summary>What was edited is what stands now; an earlier edit of the same request may have lost, and brought the server's.</summary>
    public void Take(WorkoutEdit applied, WorkoutSyncResult result)
    {
        Title = applied.Title;
        Deleted = applied.Action == "delete";
        Version = result.Outcome.Version;
        UpdatedAt = result.ClampedTo ?? applied.UpdatedAt!.Value;
    }

    public override string ToString() => $"{Id} v{Version} {(Deleted ? "deleted" : Title)} {UpdatedAt:O}";
}
