using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace FitServerless.Storage;

/// <summary>
/// Makes the storage clients as the Functions host makes its own: from <c>AzureWebJobsStorage</c> (a connection string) or, with identities,
/// from <c>AzureWebJobsStorage:accountName</c> or <c>:tableServiceUri</c> and <c>:blobServiceUri</c>.
/// </summary>
internal static class StorageClients
{
    private const string Connection = "AzureWebJobsStorage";

    public static TableServiceClient Tables(
        IConfiguration configuration, StorageOptions options, IEnumerable<HttpPipelinePolicy> policies)
    {
        var clientOptions = new TableClientOptions();
        Configure(clientOptions, options, policies);
        if (configuration[Connection] is { Length: > 0 } connectionString)
            return new TableServiceClient(connectionString, clientOptions);
        var section = configuration.GetSection(Connection);
        return new TableServiceClient(Uri(section, "table"), Credential(section["clientId"]), clientOptions);
    }

    public static BlobServiceClient Blobs(
        IConfiguration configuration, StorageOptions options, IEnumerable<HttpPipelinePolicy> policies)
    {
        var clientOptions = new BlobClientOptions();
        Configure(clientOptions, options, policies);
        if (configuration[Connection] is { Length: > 0 } connectionString)
            return new BlobServiceClient(connectionString, clientOptions);
        var section = configuration.GetSection(Connection);
        return new BlobServiceClient(Uri(section, "blob"), Credential(section["clientId"]), clientOptions);
    }

    private static Uri Uri(IConfigurationSection section, string service) => new(section[$"{service}ServiceUri"]
        ?? (section["accountName"] is { Length: > 0 } account ? $"https://{account}.{service}.core.windows.net" : null)
        ?? throw new InvalidOperationException($"Set {Connection}, {Connection}__accountName or {Connection}__{service}ServiceUri."));

    private static DefaultAzureCredential Credential(string? clientId) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId });

    private static void Configure(ClientOptions client, StorageOptions options, IEnumerable<HttpPipelinePolicy> policies)
    {
        // Each attempt passes them: what is counted there is what storage bills.
        foreach (var policy in policies)
            client.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        client.Retry.Mode = RetryMode.Exponential;
        client.Retry.MaxRetries = options.MaxRetries;
        client.Retry.Delay = TimeSpan.FromMilliseconds(options.RetryDelayMilliseconds);
        client.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        client.Retry.NetworkTimeout = TimeSpan.FromSeconds(options.AttemptTimeoutSeconds);
    }
}
