using FitServerless.Storage;
using FitServerless.Sync;
using FitServerless.Workouts;
using FitServerless.Workouts.Efforts;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>The sync of all collections as one process of the backend serves it: made anew, it remembers nothing but storage.</summary>
internal sealed class SyncProcess
{
    public SyncProcess(AppTables tables, TimeProvider clock, SyncOptions syncOptions)
    {
        var options = Options.Create(syncOptions);
        Store = new TableSyncStore(tables, clock, options);
        var (kinds, writer) = (new DocumentKinds(options), new DocumentWriter(Store, clock));
        var planner = new SyncEditPlanner(kinds, [new WorkoutDocumentRules(new ThresholdSettings(Store, clock), Thresholds.None)]);
        Sync = new SyncService(new LogReader(Store, clock, options), writer, kinds, planner, clock);
        Documents = new DocumentService(Store, writer, kinds, planner, clock);
    }

    public ISyncStore Store { get; }

    public SyncService Sync { get; }

    public DocumentService Documents { get; }
}
