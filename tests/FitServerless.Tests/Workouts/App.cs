using System.Text.Json;
using Azure.Core.Pipeline;
using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Workouts;
using FitServerless.Workouts.Efforts;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Workouts;

/// <summary>The workouts of one user, as one process of the app serves them.</summary>
internal sealed class App
{
    public App(StorageFixture storage, TimeProvider clock, params HttpPipelinePolicy[] policies)
    {
        Store = new TableSyncStore(storage.Connect(policies), clock, Options.Create(new SyncOptions()));
        Writer = new DocumentWriter(Store, clock);
        var thresholds = new ThresholdSettings(Store, clock);
        Workouts = new WorkoutService(Store, Writer, thresholds, clock);
        Sync = new WorkoutSyncService(new LogReader(Store, clock, Options.Create(new SyncOptions())), Writer, thresholds, clock);
    }

    public string UserId { get; init; } = Guid.NewGuid().ToString();

    public ISyncStore Store { get; }

    public DocumentWriter Writer { get; }

    public WorkoutService Workouts { get; }

    public WorkoutSyncService Sync { get; }

    /// <param name="changes">A JSON array, as in the request.</param>
    public async Task<WorkoutSyncAnswer> SyncAsync(SyncCursor since, string changes, int limit = 500) =>
        (await Sync.SyncAsync(UserId, since, limit, Parse(changes), default))!;

    public async Task<WorkoutSyncAnswer> PullAsync(SyncCursor since, int limit = 500) => (await Sync.PullAsync(UserId, since, limit, default))!;

    public async Task<IReadOnlyList<ChangeResult>> PushAsync(params IReadOnlyList<DocumentChange> changes) =>
        (await Writer.WriteAsync(UserId, changes, null, default)).Results;

    /// <summary>All that a new device gets.</summary>
    public async Task<IReadOnlyList<LogEntry>> LogAsync() =>
        (await Store.ReadLogAsync(UserId, [Workout.Collection], Sequence.Start, 999, default)).Entries;

    private static IReadOnlyList<ParsedEdit> Parse(string changes) =>
        JsonSerializer.Deserialize($"{{\"changes\":{changes}}}", WorkoutJson.Default.WorkoutSyncRequest)!.Changes!;
}
