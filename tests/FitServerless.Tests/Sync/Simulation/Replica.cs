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

    /// <summary>The edit is what stands now, whatever an answer before it said.</summary>
    public void Take(WorkoutEdit edit, WorkoutSyncResult applied)
    {
        Title = edit.Title;
        Deleted = edit.Action == "delete";
        Version = applied.Outcome.Version;
        UpdatedAt = applied.ClampedTo ?? edit.UpdatedAt!.Value;
    }

    public override string ToString() => $"{Id} v{Version} {(Deleted ? "deleted" : Title)} {UpdatedAt:O}";
}
