using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FitServerless.Cleanup;

public static class CleanupRegistration
{
    public static IServiceCollection AddCleanup(this IServiceCollection services)
    {
        services.AddOptions<CleanupOptions>().BindConfiguration(CleanupOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<ExpiryIndex>()
            .AddSingleton<CleanupRuns>()
            .AddSingleton<CleanupJob>()
            .AddSingleton<ICleanup, RunRecords>();
    }

    /// <summary>A kind of thing that is found by the index.</summary>
    internal static IServiceCollection AddExpiring<T>(this IServiceCollection services)
        where T : class, IExpiring => services
            .AddSingleton<T>()
            .AddSingleton<ICleanup>(provider => new ExpiryCleanup(
                provider.GetRequiredService<T>(),
                provider.GetRequiredService<ExpiryIndex>(),
                provider.GetRequiredService<ILogger<ExpiryCleanup>>()));
}
