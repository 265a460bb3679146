using FitServerless.Sync;
using FitServerless.Workouts.Files;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Workouts;

public static class WorkoutRegistration
{
    public static IServiceCollection AddWorkouts(this IServiceCollection services) => services
        .AddSingleton<IDocumentRules, WorkoutDocumentRules>()
        .AddSingleton<WorkoutService>()
        .AddSingleton<WorkoutSyncService>()
        .AddSingleton<ActivityImport>()
        .AddSingleton<ActivityExport>();
}
