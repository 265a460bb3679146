using FitServerless.Backups;
using FitServerless.Briefings.Delivery;
using FitServerless.Briefings.Log;
using FitServerless.Briefings.Reports;
using FitServerless.Cleanup;
using FitServerless.Privacy;
using FitServerless.Schedules;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Briefings;

public static class BriefingRegistration
{
    /// <summary>Briefings, and a job for each kind of them.</summary>
    public static IServiceCollection AddBriefings(this IServiceCollection services)
    {
        services.AddOptions<BriefingOptions>().BindConfiguration(BriefingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        foreach (var report in AllReports.All)
            services.AddSingleton<IOccasionJob>(provider => ActivatorUtilities.CreateInstance<BriefingJob>(provider, report.Kind));
        return services
            .AddSingleton<IBriefingStore, TableBriefingStore>()
            .AddExpiring<BriefingExpiry>()
            .AddPersonalPartition("briefings", tables => tables.Briefings)
            .AddSingleton<IExportSource, BriefingExport>()
            .AddSingleton<BriefingService>()
            .AddSingleton<PersonLogReader>()
            .AddSingleton<AppUseReader>()
            .AddSingleton<BriefingWriter>()
            .AddSingleton<BriefingDelivery>();
    }
}
