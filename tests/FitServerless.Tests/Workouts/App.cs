using System.Text.Json;
using Azure.Core.Pipeline;
using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Workouts;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Workouts;

/// <summary>The workouts of one user, as one process of the app serves them.</summary>
internal sealed class App
{
    public App(StorageFixture storage, TimeProvider clock, params HttpPipelinePolicy[] policies)
    {
        Store = new TableSyncStore(storage.Connect(policies), clock, Options.Create(new SyncOptions()));
        Writer = new DocumentWriter(Store, clock);
        Workouts = new WorkoutService(Store, Writer, clock);
        Sync = new WorkoutSyncService(Store, Writer, clock);
    }

    public string UserId { get; init; } = Guid.NewGuid().ToString();

    public ISyncStore Store { get; }

    public DocumentWriter Writer { get; }

    public WorkoutService Workouts { get; }

    public WorkoutSyncService Sync { get; }

    /// <param name="changes">A JSON array, as in the request.</param>
    public Task<WorkoutSyncAnswer> SyncAsync(Sequence since, string changes, int limit = 500) =>
        Sync.SyncAsync(UserId, since, limit, Parse(changes), default);

    public Task<WorkoutSyncAnswer> PullAsync(Sequence since, int limit = 500) => Sync.PullAsync(UserId, since, limit, default);

    public async Task<IReadOnlyList<ChangeResult>> PushAsync(params IReadOnlyList<DocumentChange> changes) =>
        (await Writer.WriteAsync(UserId, changes, null, default)).Results;

    /// <summary>All that a new device gets.</summary>
    public async Task<IReadOnlyList<LogEntry>> LogAsync() =>
        (await Store.ReadLogAsync(UserId, [Workout.Collection], Sequence.Start, 999, default)).Entries;

    private static IReadOnlyList<ParsedEdit> Parse(string changes) =>
        JsonSerializer.Deserialize($"{{\"changes\":{changes}}}", WorkoutJson.Default.WorkoutSyncRequest)!.Changes!;
}
