using FitServerless.Azurite;
using FitServerless.Storage;
using FitServerless.Storage.Shards;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Storage.Shards;

/// <summary>Three Azurites, each an account.</summary>
public sealed class ShardedStorageFixture : IAsyncLifetime
{
    private static readonly string[] Names = ["AzureWebJobsStorage", "Data2", "Data3"];

    private AzuriteProcess[] _azurites = [];

    public IReadOnlyDictionary<string, string?> Settings { get; private set; } = new Dictionary<string, string?>();

    public ShardMap Map { get; } = new(Names);

    public async Task InitializeAsync()
    {
        _azurites = await Task.WhenAll(Names.Select(_ => AzuriteProcess.StartAsync()));
        Settings = Names.Zip(_azurites, (name, azurite) => KeyValuePair.Create(name, (string?)azurite.ConnectionString))
            .Append(KeyValuePair.Create("Storage:Shards", (string?)string.Join(',', Names)))
            .ToDictionary();
        await Connect().GetRequiredService<AppTables>().CreateAsync(default);
    }

    public Task DisposeAsync() => Task.WhenAll(_azurites.Select(azurite => azurite.DisposeAsync().AsTask()));

    /// <summary>All accounts as one, as the app has them.</summary>
    public IServiceProvider Connect() => Connect(Settings);

    /// <summary>One of the accounts by itself.</summary>
    public AppTables Account(int index) => Connect(
        new Dictionary<string, string?> { ["AzureWebJobsStorage"] = _azurites[index].ConnectionString }).GetRequiredService<AppTables>();

    private static ServiceProvider Connect(IReadOnlyDictionary<string, string?> settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddLogging()
        .AddStorage()
        .BuildServiceProvider();
}
