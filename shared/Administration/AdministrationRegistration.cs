using System.Reflection;
using FitServerless.Accounts;
using FitServerless.Administration.Switches;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Administration;

public static class AdministrationRegistration
{
    /// <param name="assemblies">Those besides this one whose options are shown to admins.</param>
    public static IServiceCollection AddAdministration(this IServiceCollection services, params Assembly[] assemblies) => services
        .AddSwitches()
        .AddSingleton<AccountDirectory>()
        .AddSingleton<SuspensionService>()
        .AddSingleton<CleanupHistory>()
        .AddSingleton(provider => new EffectiveSettings(provider, [typeof(AdministrationRegistration).Assembly, .. assemblies]))
        .AddSingleton(provider => new ConfigurationService(
            provider.GetRequiredService<AdminAccess>(),
            provider.GetRequiredService<EffectiveSettings>(),
            provider.GetRequiredService<SwitchStore>(),
            provider.GetRequiredService<SwitchBoard>()));
}
