using FitServerless.Local.Host.Durable.Activities;
using FitServerless.Local.Host.Durable.Client;
using FitServerless.Local.Host.Durable.Entities;
using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Durable.Orchestrations;
using FitServerless.Local.Host.Durable.Storage;
using Microsoft.DurableTask;

namespace FitServerless.Local.Host.Durable;

/// <summary>What working a hub takes.</summary>
internal sealed class HubServices(
    DurableOptions options,
    DurableFunctions functions,
    HubClients clients,
    WorkerDataConverter converter,
    ILoggerFactory logs,
    IServiceProvider services)
{
    public DurableOptions Options => options;

    public TimeProvider Clock { get; } = services.GetService<TimeProvider>() ?? TimeProvider.System;

    public DataConverter Converter => converter;

    public ILoggerFactory Logs => logs;

    public MessageKeys Keys => field ??= new(Clock);

    public HubStorage Storage { get; } = new(clients);

    public InstanceStore Instances => field ??= new(Storage);

    public CommitWriter Commits => field ??= new(Storage);

    public InstanceWatch Watch { get; } = new();

    public EntityRunner Entities => field ??= new(functions, this, services);

    public OrchestrationRunner Orchestrations => field ??= new(functions, this, services);

    public ActivityRunner Activities => field ??= new(functions, this, services);
}
