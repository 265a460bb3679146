using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Stats;

public static class StatsRegistration
{
    public static IServiceCollection AddStats(this IServiceCollection services) => services.AddSingleton<StatsService>();
}
