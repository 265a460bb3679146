using FitServerless.Backups.Restores;
using FitServerless.Files.Orphans;
using FitServerless.Privacy;
using FitServerless.Schedules;
using FitServerless.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FitServerless.Backups;

public static class BackupRegistration
{
    public static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.AddOptions<BackupOptions>().BindConfiguration(BackupOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<BackupBlobs>()
            .AddSingleton<UploadParts>()
            .AddSingleton<BackupUploads>()
            .AddSingleton<BackupSnapshots>()
            .AddSingleton<IBackupSource, DocumentSource>()
            .AddSingleton<OriginalSource>()
            .AddSingleton<IBackupSource>(provider => provider.GetRequiredService<OriginalSource>())
            .AddSingleton<IFolderRestore>(provider => provider.GetRequiredService<OriginalSource>())
            .AddSingleton<IExportSource, HistorySource>()
            .AddSingleton<DocumentLayout>()
            .AddSingleton<RestoreJournals>()
            .AddSingleton<RestoreSteps>()
            .AddSingleton(provider => new BackupRestores(
                provider.GetRequiredService<BackupBlobs>(),
                provider.GetRequiredService<BackupSnapshots>(),
                provider.GetRequiredService<ISyncStore>(),
                provider.GetRequiredService<RestoreJournals>(),
                provider.GetRequiredService<RestoreSteps>(),
                provider.GetRequiredService<IOptions<BackupOptions>>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<BackupRestores>>()))
            .AddSingleton<IBlobReferences, PartReferences>()
            .AddSingleton<IOccasionJob, DailyBackup>()
            .AddSingleton<IPersonalData, BackupPersonalData>();
    }
}
