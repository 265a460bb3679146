using FitServerless.Adapters.Devices;
using FitServerless.Adapters.Rxdb;
using FitServerless.Adapters.Watermelon;
using FitServerless.Cleanup;
using FitServerless.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Adapters;

public static class AdapterRegistration
{
    public static IServiceCollection AddAdapters(this IServiceCollection services) => services
        .AddSingleton(provider => new RxdbService(
            new RxdbTombstones(provider.GetRequiredService<ISyncStore>()),
            provider.GetRequiredService<LogReader>(),
            provider.GetRequiredService<DocumentWriter>(),
            provider.GetRequiredService<HeadFeed>(),
            provider.GetRequiredService<SyncEditPlanner>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new WatermelonService(
            provider.GetRequiredService<LogReader>(),
            provider.GetRequiredService<DocumentWriter>(),
            provider.GetRequiredService<DocumentKinds>(),
            provider.GetRequiredService<SyncEditPlanner>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<DeviceStore>()
        .AddExpiring<DeviceExpiry>()
        .AddSingleton(provider => new DeviceSyncService(
            provider.GetRequiredService<DeviceStore>(),
            provider.GetRequiredService<LogReader>(),
            provider.GetRequiredService<DocumentWriter>(),
            provider.GetRequiredService<DocumentKinds>(),
            provider.GetRequiredService<SyncEditPlanner>(),
            provider.GetRequiredService<TimeProvider>()));
}
