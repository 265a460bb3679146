using FitServerless.Accounts;
using FitServerless.Backups;
using FitServerless.Backups.Restores;
using FitServerless.Cleanup;
using FitServerless.Files.Orphans;
using FitServerless.Privacy;
using FitServerless.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FitServerless.Files;

public static class FileRegistration
{
    /// <summary>The caller adds accounts and storage.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddOptions<FilesOptions>().BindConfiguration(FilesOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IFileStore, TableFileStore>()
            .AddSingleton(provider => new FileService(
                provider.GetRequiredService<IFileStore>(),
                provider.GetRequiredService<UserBlobs>(),
                provider.GetRequiredService<IOptions<FilesOptions>>(),
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new AvatarService(
                provider.GetRequiredService<UserBlobs>(), provider.GetRequiredService<IAccountStore>()))
            .AddSingleton<IPersonalData, FilePersonalData>()
            .AddSingleton<IBlobReferences, FileReferences>()
            .AddSingleton<ICleanup, OrphanSweep>()
            .AddSingleton<FileSource>()
            .AddSingleton<IBackupSource>(provider => provider.GetRequiredService<FileSource>())
            .AddSingleton<IFolderRestore>(provider => provider.GetRequiredService<FileSource>());
    }
}
