using FitServerless.Files.Orphans;
using FitServerless.Privacy;
using FitServerless.Sync;
using FitServerless.Workouts.Efforts;
using FitServerless.Workouts.Files;
using FitServerless.Workouts.Files.Originals;
using FitServerless.Workouts.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Workouts;

public static class WorkoutRegistration
{
    public static IServiceCollection AddWorkouts(this IServiceCollection services) => services
        .AddSingleton<IDocumentRules>(provider => new WorkoutDocumentRules(provider.GetRequiredService<ThresholdSettings>(), Thresholds.None))
        .AddSingleton<ThresholdSettings>()
        .AddSingleton<WorkoutService>()
        .AddSingleton<WorkoutSyncService>()
        .AddSingleton<IOriginalStore, BlobOriginalStore>()
        .AddSingleton<IPersonalData, OriginalPersonalData>()
        .AddSingleton<IBlobReferences, OriginalReferences>()
        .AddSingleton<ICommitObserver, EncryptedOriginals>()
        .AddSingleton<OriginalFiles>()
        .AddSingleton<ActivityImport>()
        .AddSingleton<ActivityExport>()
        .AddSingleton<WorkoutTables>();
}
