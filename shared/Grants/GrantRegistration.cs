using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Accounts.Sessions;
using FitServerless.Backups;
using FitServerless.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Grants;

public static class GrantRegistration
{
    public static IServiceCollection AddGrants(this IServiceCollection services) => services
        .AddSingleton<IGrantStore, TableGrantStore>()
        .AddSingleton(provider => new GrantService(
            provider.GetRequiredService<IGrantStore>(),
            provider.GetRequiredService<IAccountStore>(),
            provider.GetRequiredService<SessionService>(),
            provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IGivenAccess>(provider => provider.GetRequiredService<GrantService>())
        .AddSingleton(provider => new GrantDirectory(
            provider.GetRequiredService<IGrantStore>(),
            provider.GetRequiredService<IPeople>(),
            provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IExportSource, GrantExport>()
        .AddSingleton<IPersonalData, GrantData>();
}
