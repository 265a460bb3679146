using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using FitServerless.Backups;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FitServerless.Coach.Model;

public static class ModelRegistration
{
    public static IServiceCollection AddModel(this IServiceCollection services)
    {
        services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IAiRequestLog, TableAiRequestLog>()
            .AddSingleton<IExportSource, AiRequestExport>()
            .AddSingleton<ModelRecord>()
            .AddSingleton<ModelPatience>()
            .AddSingleton<ILanguageModel>(provider => provider.GetRequiredService<IOptions<ModelOptions>>().Value is { Endpoint.Length: > 0 } options
                ? ActivatorUtilities.CreateInstance<AzureOpenAIModel>(provider, Client(options))
                : new NoModel());
    }

    private static AzureOpenAIClient Client(ModelOptions options)
    {
        // ModelPatience repeats and gives up; a second hand at that would multiply the attempts.
        var client = new AzureOpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(0), NetworkTimeout = Timeout.InfiniteTimeSpan };
        var endpoint = new Uri(options.Endpoint);
        return options.ApiKey.Length > 0
            ? new AzureOpenAIClient(endpoint, new ApiKeyCredential(options.ApiKey), client)
            : new AzureOpenAIClient(endpoint, Identity(options), client);
    }

    private static DefaultAzureCredential Identity(ModelOptions options) => new(new DefaultAzureCredentialOptions
    {
        ManagedIdentityClientId = options.ManagedIdentityClientId is { Length: > 0 } clientId ? clientId : null,
    });
}
