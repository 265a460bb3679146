using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Accounts.Sessions;
using FitServerless.Backups;
using FitServerless.Privacy;
using FitServerless.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Sharing;

public static class ShareRegistration
{
    public static IServiceCollection AddSharing(this IServiceCollection services) => services
        .AddSingleton<IShareStore, TableShareStore>()
        .AddSingleton<ShareTrail>()
        .AddSingleton(provider => new ShareService(
            provider.GetRequiredService<IShareStore>(),
            provider.GetRequiredService<DocumentService>(),
            provider.GetRequiredService<IPeople>(),
            provider.GetRequiredService<SessionService>(),
            provider.GetRequiredService<ShareTrail>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IGivenAccess>(provider => provider.GetRequiredService<ShareService>())
        .AddSingleton(provider => new SharedItems(
            provider.GetRequiredService<IShareStore>(),
            provider.GetRequiredService<DocumentService>(),
            provider.GetRequiredService<ShareTrail>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IExportSource, ShareExport>()
        .AddSingleton<IPersonalData, ShareData>();
}
