using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FitServerless.Local.Host.Durable;
using FitServerless.Local.Host.Durable.Client;
using FitServerless.Local.Host.Durable.Storage;
using FitServerless.Local.Tests.Durable.App;
using FitServerless.Local.Tests.Host;
using FitServerless.Tests.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Local.Tests.Durable;

/// <summary>A host that runs the entities and orchestrations of this assembly, in a hub of a test's own.</summary>
internal sealed class DurableApp : IAsyncDisposable
{
    private readonly TestHost _host;

    private DurableApp(TestHost host, Journal journal)
    {
        (_host, Journal) = (host, journal);
        Client = host.Services.GetRequiredService<LocalDurableTaskClient>();
    }

    public Journal Journal { get; }

    public DurableTaskClient Client { get; }

    public IServiceProvider Services => _host.Services;

    public HttpClient Http => _host.Client;

    public static string NewHub() => $"H{Guid.NewGuid():N}";

    public static async Task<DurableApp> StartAsync(
        string connection,
        string? hub = null,
        TimeProvider? clock = null,
        Journal? journal = null,
        MortalPolicy? mortal = null,
        Action<IFunctionsWorkerApplicationBuilder>? register = null)
    {
        hub ??= NewHub();
        journal ??= new Journal();
        var host = await TestHost.StartAsync(
            register,
            services =>
            {
                services.AddSingleton(journal).AddSingleton(clock ?? TimeProvider.System);
                if (mortal is not null) services.AddSingleton(ClientsThrough(mortal, connection, hub));
            },
            new()
            {
                ["AzureWebJobsStorage"] = connection,
                ["AzureFunctionsJobHost__extensions__durableTask__hubName"] = hub,
                ["AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval"] = "00:00:00.05",
            },
            runDurable: true);
        return new DurableApp(host, journal);
    }

    /// <summary>Until this process, and no other, works the hub; or until it never will.</summary>
    public async Task<DurableApp> WorkingAsync(Task? death = null)
    {
        var hub = Services.GetRequiredService<DurableHub>();
        while (hub.Work is null && death?.IsCompleted != true) await Task.Delay(TimeSpan.FromMilliseconds(5));
        return this;
    }

    /// <summary>Runs an orchestrator to its end.</summary>
    public async Task<OrchestrationMetadata> RunAsync(string orchestrator, object? input = null) =>
        await EndOfAsync(await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input));

    public Task<OrchestrationMetadata> EndOfAsync(string instanceId) =>
        Client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true).WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>By a call, which waits for all that came to the notebook before.</summary>
    public async Task<List<string>> ReadAsync(EntityInstanceId notebook) =>
        (await RunAsync(nameof(Orchestrators.ReadNotebook), notebook)).ReadOutputAs<List<string>>()!;

    public Task WriteAsync(EntityInstanceId notebook, string line) =>
        Client.Entities.SignalEntityAsync(notebook, nameof(Notebook.Write), line);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static HubClients ClientsThrough(MortalPolicy mortal, string connection, string hub)
    {
        var tables = new TableClientOptions { Retry = { MaxRetries = 0 } };
        tables.AddPolicy(mortal, Azure.Core.HttpPipelinePosition.PerRetry);
        var blobs = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        blobs.AddPolicy(mortal, Azure.Core.HttpPipelinePosition.PerRetry);
        return HubClients.Create(connection, hub, tables, blobs);
    }
}
