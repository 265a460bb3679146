using FitServerless.Backups;
using FitServerless.Cleanup;
using FitServerless.Privacy;
using FitServerless.Quotas;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Analytics;

public static class AnalyticsRegistration
{
    public static IServiceCollection AddAnalytics(this IServiceCollection services)
    {
        services.AddOptions<AnalyticsOptions>().BindConfiguration(AnalyticsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddQuotas()
            .AddSingleton<EventTables>()
            .AddSingleton<IEventStore, TableEventStore>()
            .AddSingleton<EventService>()
            .AddSingleton<EventSummaries>()
            .AddSingleton<IPersonalData, EventPersonalData>()
            .AddSingleton<IExportSource, EventExport>()
            .AddSingleton<ICleanup, AnalyticsTables>();
    }
}
