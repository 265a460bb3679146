using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using FitServerless.Storage.Shards;
using FitServerless.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FitServerless.Storage;

/// <summary>
/// Makes the storage clients as the Functions host makes its own: from a setting with the connection's name (a connection string) or, with
/// identities, from <c>{name}:accountName</c> or <c>{name}:tableServiceUri</c> and <c>{name}:blobServiceUri</c>.
/// </summary>
internal sealed class StorageClients(
    IConfiguration configuration, IOptions<StorageOptions> options, IEnumerable<HttpPipelinePolicy> policies, TimeProvider clock)
{
    public ShardMap Map { get; } = new(options.Value.ShardNames);

    /// <summary>The account, or all of them as one.</summary>
    public TableServiceClient Tables()
    {
        var accounts = options.Value.ShardNames.Select(Table).ToList();
        return accounts is [var only] ? only : new ShardedTableService(accounts, Map);
    }

    /// <summary>One for each name, in their order.</summary>
    public IReadOnlyList<BlobServiceClient> Blobs() => [.. options.Value.ShardNames.Select(Blob)];

    private TableServiceClient Table(string name)
    {
        var clientOptions = Configure(new TableClientOptions(), "table");
        return configuration[name] is { Length: > 0 } connectionString
            ? new TableServiceClient(connectionString, clientOptions)
            : new TableServiceClient(Uri(name, "table"), Credential(name), clientOptions);
    }

    private BlobServiceClient Blob(string name)
    {
        var clientOptions = Configure(new BlobClientOptions(), "blob");
        return configuration[name] is { Length: > 0 } connectionString
            ? new BlobServiceClient(connectionString, clientOptions)
            : new BlobServiceClient(Uri(name, "blob"), Credential(name), clientOptions);
    }

    private Uri Uri(string name, string service)
    {
        var section = configuration.GetSection(name);
        return new(section[$"{service}ServiceUri"]
            ?? (section["accountName"] is { Length: > 0 } account ? $"https://{account}.{service}.core.windows.net" : null)
            ?? throw new InvalidOperationException($"Set {name}, {name}__accountName or {name}__{service}ServiceUri."));
    }

    private DefaultAzureCredential Credential(string name) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = configuration[$"{name}:clientId"] });

    private T Configure<T>(T client, string service)
        where T : ClientOptions
    {
        // Each attempt passes them: what is counted there is what storage bills.
        foreach (var policy in policies)
            client.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        client.AddPolicy(new StorageTelemetry(service, clock), HttpPipelinePosition.PerRetry);
        client.RetryPolicy = new StorageRetry(options.Value, clock);
        client.Retry.NetworkTimeout = TimeSpan.FromSeconds(options.Value.AttemptTimeoutSeconds);
        return client;
    }
}
