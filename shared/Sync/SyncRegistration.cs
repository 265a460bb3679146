using FitServerless.Cleanup;
using FitServerless.Live;
using FitServerless.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Sync;

public static class SyncRegistration
{
    public static IServiceCollection AddSync(this IServiceCollection services)
    {
        services.AddOptions<SyncOptions>().BindConfiguration(SyncOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<ISyncStore, TableSyncStore>()
            .AddExpiring<TombstoneExpiry>()
            .AddPersonalPartition("documents", tables => tables.UserData)
            .AddSingleton<DocumentWriter>()
            .AddSingleton<ILiveSource<HeadMoved>, HeadSource>()
            .AddSingleton<HeadFeed>()
            .AddSingleton<LogReader>()
            .AddSingleton<DocumentKinds>()
            .AddSingleton<SyncEditPlanner>()
            .AddSingleton(provider => new SyncService(
                provider.GetRequiredService<LogReader>(),
                provider.GetRequiredService<DocumentWriter>(),
                provider.GetRequiredService<DocumentKinds>(),
                provider.GetRequiredService<SyncEditPlanner>(),
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new DocumentService(
                provider.GetRequiredService<ISyncStore>(),
                provider.GetRequiredService<DocumentWriter>(),
                provider.GetRequiredService<DocumentKinds>(),
                provider.GetRequiredService<SyncEditPlanner>(),
                provider.GetRequiredService<TimeProvider>()));
    }
}
