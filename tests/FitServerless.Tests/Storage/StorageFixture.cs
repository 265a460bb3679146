using Azure.Core.Pipeline;
using FitServerless.Azurite;
using FitServerless.Cleanup;
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

    public string ConnectionString => _azurite!.ConnectionString;

    /// <summary>For stores whose notes a test does not look at.</summary>
    internal ExpiryIndex Expiry => new(Connect(), TimeProvider.System);

    /// <summary>The tables as the app connects to them, with the given policies on every attempt.</summary>
    public AppTables Connect(params HttpPipelinePolicy[] policies) => ConnectAll([], policies).GetRequiredService<AppTables>();

    /// <summary>The blobs of users, with or without keys to seal them.</summary>
    public UserBlobs ConnectBlobs(string key = "", string previousKeys = "", params HttpPipelinePolicy[] policies) => ConnectAll(
        [("ENCRYPTION_KEY", key), ("ENCRYPTION_KEY_PREVIOUS", previousKeys)], policies).GetRequiredService<UserBlobs>();

    /// <summary>Everything of storage.</summary>
    public IServiceProvider ConnectAll(ReadOnlySpan<(string Name, string Value)> settings, params HttpPipelinePolicy[] policies) =>
        Provide(settings, _ => { }, policies);

    /// <summary>Everything of storage, and what else is added.</summary>
    public IServiceProvider Provide(
        ReadOnlySpan<(string Name, string Value)> settings, Action<IServiceCollection> add, params HttpPipelinePolicy[] policies)
    {
        var all = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = _azurite!.ConnectionString,
            ["Storage:RetryDelayMilliseconds"] = "1",
        };
        foreach (var (name, value) in settings)
            all[name] = value;
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(all).Build())
            .AddStorage();
        foreach (var policy in policies)
            services.AddSingleton(policy);
        add(services);
        return services.BuildServiceProvider();
    }
}
