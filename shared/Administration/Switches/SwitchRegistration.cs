using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FitServerless.Administration.Switches;

internal static class SwitchRegistration
{
    /// <summary>Safe to call by each feature that has a switch.</summary>
    public static IServiceCollection AddSwitches(this IServiceCollection services)
    {
        services.TryAddSingleton<SwitchStore>();
        services.TryAddSingleton(provider =>
            new SwitchBoard(provider.GetRequiredService<SwitchStore>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
