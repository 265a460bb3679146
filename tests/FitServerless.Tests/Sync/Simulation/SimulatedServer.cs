using FitServerless.Storage;
using FitServerless.Sync;
using FitServerless.Workouts;
using FitServerless.Workouts.Efforts;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>One process of the backend: killed, it forgets all but storage.</summary>
internal sealed class SimulatedServer(AppTables tables, TimeProvider clock)
{
    private WorkoutSyncService _sync = Start(tables, clock);

    public async Task<WorkoutSyncAnswer> SyncAsync(string userId, SyncCursor since, int limit, IReadOnlyList<WorkoutEdit> edits) =>
        (await _sync.SyncAsync(userId, since, limit, [.. edits.Select(edit => new ParsedEdit(edit, null))], CancellationToken.None))!;

    public void Restart() => _sync = Start(tables, clock);

    private static WorkoutSyncService Start(AppTables tables, TimeProvider clock)
    {
        var store = new TableSyncStore(tables, clock, Options.Create(new SyncOptions()));
        var log = new LogReader(store, clock, Options.Create(new SyncOptions()));
        return new WorkoutSyncService(log, new DocumentWriter(store, clock), new ThresholdSettings(store, clock), clock);
    }
}
