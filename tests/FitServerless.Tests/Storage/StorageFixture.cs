using Azure.Core.Pipeline;
using FitServerless.Azurite;
using FitServerless.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Storage;

/// <summary>One Azurite for the tests of all stores. Each test is a user of its own and so has partitions of its own.</summary>
public sealed class StorageFixture : IAsyncLifetime
{
    private AzuriteProcess? _azurite;

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync();
        await Connect().CreateAsync(default);
    }

    public async Task DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }

    /// <summary>The tables as the app connects to them, with the given policies on every attempt.</summary>
    public AppTables Connect(params HttpPipelinePolicy[] policies) =>
        Services(policies).BuildServiceProvider().GetRequiredService<AppTables>();

    /// <summary>The app's storage, to which a test adds the features it is about.</summary>
    public IServiceCollection Services(params HttpPipelinePolicy[] policies)
    {
        var settings = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = _azurite!.ConnectionString,
            ["Storage:RetryDelayMilliseconds"] = "1",
        };
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddStorage();
        foreach (var policy in policies)
            services.AddSingleton(policy);
        return services;
    }
}
