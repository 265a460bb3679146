using FitServerless.Accounts;
using FitServerless.Privacy;
using FitServerless.Schedules.Rules;
using FitServerless.Schedules.Runs;
using FitServerless.Schedules.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FitServerless.Schedules;

public static class ScheduleRegistration
{
    /// <summary>Features add an <see cref="IOccasionJob"/> for each kind.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services)
    {
        services.AddOptions<ScheduleOptions>().BindConfiguration(ScheduleOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IDueStore, TableDueStore>()
            .AddSingleton<IScheduleStore, TableScheduleStore>()
            .AddSingleton<IRunStore, TableRunStore>()
            .AddSingleton<OccasionSchedules>()
            .AddSingleton<OccasionJobs>()
            .AddSingleton<OccasionRunner>()
            .AddSingleton(provider => new OccasionPages(
                provider.GetRequiredService<IDueStore>(), provider.GetRequiredService<IScheduleStore>(),
                provider.GetRequiredService<OccasionRunner>()))
            .AddSingleton(provider => new OccasionSlots(
                provider.GetRequiredService<IDueStore>(),
                provider.GetRequiredService<IRunStore>(),
                provider.GetRequiredService<OccasionJobs>(),
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new RunBook(
                provider.GetRequiredService<IDueStore>(),
                provider.GetRequiredService<IRunStore>(),
                provider.GetRequiredService<IOptions<ScheduleOptions>>(),
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IAccountWatch, SchedulePlanner>()
            .AddSingleton<IPersonalData, ScheduleData>();
    }
}
