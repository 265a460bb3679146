using FitServerless.Privacy;
using FitServerless.Schedules;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Backups;

public static class BackupRegistration
{
    public static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.AddOptions<BackupOptions>().BindConfiguration(BackupOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<BackupBlobs>()
            .AddSingleton<UploadParts>()
            .AddSingleton<BackupUploads>();
    }
}
