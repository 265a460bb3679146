using FitServerless.Local.Host.Invocation;
using Microsoft.DurableTask;

namespace FitServerless.Local.Host.Durable.Orchestrations;

internal sealed class OrchestrationFunctionContext(
    FunctionInvoker invoker, TaskOrchestrationContext orchestration, string? input, IServiceProvider services, CancellationToken cancellation)
    : DurableFunctionContext(invoker, services, cancellation)
{
    public TaskOrchestrationContext Orchestration => orchestration;

    /// <summary>Serialized.</summary>
    public string? Input => input;

    protected override IReadOnlyDictionary<string, object?> GetBindingData() =>
        new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = orchestration.InstanceId };
}
