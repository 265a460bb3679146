using Azure.Core.Pipeline;
using FitServerless.Storage.Sealing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FitServerless.Storage;

public static class StorageRegistration
{
    /// <summary>
    /// The storage clients and the tables, created as the process starts. Every <see cref="HttpPipelinePolicy"/> among the services sees every
    /// attempt of every call.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<StorageClients>();
        services.AddSingleton(provider => provider.GetRequiredService<StorageClients>().Tables());
        services.AddSingleton<AppTables>();
        services.AddSealing();
        services.AddSingleton<UserBlobs>();
        services.AddSingleton(provider =>
        {
            var clients = provider.GetRequiredService<StorageClients>();
            return new AppContainers(clients.Blobs(), clients.Map, provider.GetRequiredService<IOptions<StorageOptions>>());
        });
        services.AddSingleton<StorageProbe>();
        services.AddHostedService<TableCreation>();
        return services;
    }

    private static void AddSealing(this IServiceCollection services)
    {
        services.AddOptions<EncryptionOptions>()
            .Configure<IConfiguration>((options, configuration) =>
                (options.Key, options.PreviousKeys) = (configuration["ENCRYPTION_KEY"] ?? "", configuration["ENCRYPTION_KEY_PREVIOUS"] ?? ""))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<EncryptionKeys>();
    }
}
