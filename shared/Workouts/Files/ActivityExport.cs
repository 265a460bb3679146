namespace FitServerless.Workouts.Files;

/// <summary>Makes files of workouts.</summary>
public sealed class ActivityExport(WorkoutService workouts)
{
    public async Task<ExportOutcome> ExportAsync(string userId, string id, ActivityFormat format, CancellationToken cancellationToken)
    {
        if (await workouts.FindAsync(userId, id, withSamples: true, knownVersion: null, cancellationToken) is not WorkoutRead.Found found)
            return new ExportOutcome.NotFound();
        var workout = WorkoutBody.Parse(found.Body);
        if (workout.IsEncrypted)
            return new ExportOutcome.Encrypted();
        var activity = WorkoutActivities.ToActivity(workout, found.Samples!);
        return ActivityFileWriter.CanWrite(activity, format)
            ? new ExportOutcome.Written(found.Version, activity.StartedAt, ActivityFileWriter.Write(activity, format))
            : new ExportOutcome.NoPosition();
    }
}
