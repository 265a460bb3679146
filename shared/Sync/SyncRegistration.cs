using FitServerless.Live;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Sync;

public static class SyncRegistration
{
    public static IServiceCollection AddSync(this IServiceCollection services) => services
        .AddSingleton<ISyncStore, TableSyncStore>()
        .AddSingleton<DocumentWriter>()
        .AddSingleton<ILiveSource<HeadMoved>, HeadSource>()
        .AddSingleton<HeadFeed>();
}
