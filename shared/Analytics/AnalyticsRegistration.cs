using FitServerless.Accounts;
using FitServerless.Administration.Switches;
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
            .AddSwitches()
            .AddSingleton<EventTables>()
            .AddSingleton<IEventStore, TableEventStore>()
            .AddSingleton<EventService>()
            .AddSingleton<EventSummaries>()
            .AddExpiring<EventOptOut>()
            .AddSingleton<IAccountWatch>(provider => provider.GetRequiredService<EventOptOut>())
            .AddSingleton<IPersonalData, EventPersonalData>()
            .AddSingleton<IExportSource, EventExport>()
            .AddSingleton<ICleanup, AnalyticsTables>();
    }
}
