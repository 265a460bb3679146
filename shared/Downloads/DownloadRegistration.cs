using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Downloads;

public static class DownloadRegistration
{
    /// <summary>The caller adds accounts.</summary>
    public static IServiceCollection AddDownloads(this IServiceCollection services)
    {
        services.AddOptions<DownloadOptions>().BindConfiguration(DownloadOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<DownloadLinks>();
    }
}
