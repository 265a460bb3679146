using FitServerless.Sync;
using FitServerless.Workouts.Files.Archives;
using FitServerless.Workouts.Files.Originals;

namespace FitServerless.Workouts.Files;

/// <summary>
/// Makes workouts of files, one file in memory at a time. A recording becomes one workout, however often and in whatever format it comes.
/// </summary>
public sealed class ActivityImport(WorkoutService workouts, IOriginalStore originals)
{
    private const int ConflictStatus = 409;

    /// <param name="upload">FIT, TCX, GPX, any of them gzipped, or a zip of them.</param>
    /// <exception cref="Azure.RequestFailedException">Storage failed; the files before are imported, and a repeat finds them.</exception>
    public async Task<ImportOutcome> ImportAsync(
        string userId, string name, ReadOnlyMemory<byte> upload, CancellationToken cancellationToken)
    {
        if (ActivityArchive.IsZip(upload.Span))
            return await ImportArchiveAsync(userId, upload, cancellationToken);
        var file = ActivityArchive.IsGzip(upload.Span)
            ? ActivityArchive.Gunzip(name, upload, new BoundedUnpacking())
            : new ArchivedFile(name, upload);
        return Read(file) switch
        {
            ActivityRead.Activities read => new ImportOutcome.Done(await SaveAllAsync(userId, name, read, upload, cancellationToken)),
            ActivityRead.Refused refused => new ImportOutcome.Refused(FileProblems.Of(refused)),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    }

    private async Task<ImportOutcome> ImportArchiveAsync(string userId, ReadOnlyMemory<byte> upload, CancellationToken cancellationToken)
    {
        var (files, refused) = ActivityArchive.Open(upload);
        if (refused is not null)
            return new ImportOutcome.Refused(FileProblems.Of(refused));
        var results = new List<ImportResult>();
        foreach (var file in files)
        {
            results.AddRange(Read(file) switch
            {
                ActivityRead.Activities read => await SaveAllAsync(userId, file.Name, read, file.Content!.Value, cancellationToken),
                ActivityRead.Refused reason => [new ImportResult(file.Name, ChangeStatus.Rejected, Problem: FileProblems.Of(reason))],
                _ => throw new InvalidOperationException("Unknown outcome."),
            });
        }

        return new ImportOutcome.Done(results);
    }

    private static ActivityRead Read(ArchivedFile file) => file.Content is { } content ? ActivityFileReader.Read(content) : file.Refused!;

    private async Task<IReadOnlyList<ImportResult>> SaveAllAsync(
        string userId, string name, ActivityRead.Activities activities, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        // Before the workouts: a process that dies in between leaves a file that no workout tells of, and a repeat writes it again. The
        // other way round a workout would tell of a file that is not there.
        var original = OriginalFile.Of(name, activities.Format, file);
        await originals.SaveAsync(userId, original, file, cancellationToken);
        var results = new List<ImportResult>(activities.Files.Count);
        foreach (var activity in activities.Files)
        {
            var created = await workouts.CreateAsync(
                userId, WorkoutActivities.ToEdit(activity), ActivityFingerprint.Of(activity), original, cancellationToken);
            results.Add(Result(name, created));
        }

        return results;
    }

    /// <summary>The recording came before, in another format, or its owner has edited the workout since: it stays as it is.</summary>
    private static ImportResult Result(string name, WorkoutCreated created) => created.Result switch
    {
        { Status: ChangeStatus.Rejected, Problem.Status: ConflictStatus } => new ImportResult(name, ChangeStatus.Duplicate, created.Id),
        { Status: ChangeStatus.Rejected, Problem: { } problem } => new ImportResult(name, ChangeStatus.Rejected, Problem: problem),
        { Status: var status } => new ImportResult(name, status, created.Id),
    };
}
