using FitServerless.Cleanup;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Analytics;

public static class AnalyticsRegistration
{
    public static IServiceCollection AddAnalytics(this IServiceCollection services)
    {
        services.AddOptions<AnalyticsOptions>().BindConfiguration(AnalyticsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<ICleanup, AnalyticsTables>();
    }
}
