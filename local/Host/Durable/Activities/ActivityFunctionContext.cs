using FitServerless.Local.Host.Invocation;

namespace FitServerless.Local.Host.Durable.Activities;

internal sealed class ActivityFunctionContext(
    FunctionInvoker invoker, string? input, string instanceId, IServiceProvider services, CancellationToken cancellationToken)
    : DurableFunctionContext(invoker, services, cancellationToken)
{
    /// <summary>Serialized.</summary>
    public string? Input => input;

    protected override IReadOnlyDictionary<string, object?> GetBindingData() =>
        new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = instanceId };
}
