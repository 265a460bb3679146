using FitServerless.Workouts.Files.Originals;

namespace FitServerless.Workouts.Files;

/// <summary>Makes files of workouts.</summary>
public sealed class ActivityExport(WorkoutService workouts, OriginalFiles originals)
{
    public async Task<ExportOutcome> ExportAsync(string userId, string id, ActivityFormat format, CancellationToken cancellationToken)
    {
        if (await workouts.FindAsync(userId, id, withSamples: true, knownVersion: null, cancellationToken) is not WorkoutRead.Found found)
            return new ExportOutcome.NotFound();
        var workout = WorkoutBody.Parse(found.Body);
        if (workout.IsEncrypted)
            return new ExportOutcome.Encrypted();
        var activity = WorkoutActivities.ToActivity(workout, found.Samples!);
        if (!ActivityFileWriter.CanWrite(activity, format))
            return new ExportOutcome.NoPosition();
        var original = workout.Original is { } file && file.MayBe(format)
            ? await originals.ReadUnpackedAsync(userId, file, cancellationToken)
            : default;
        return new ExportOutcome.Written(found.Version, activity.StartedAt, ActivityFileWriter.Write(activity, format, original));
    }
}
