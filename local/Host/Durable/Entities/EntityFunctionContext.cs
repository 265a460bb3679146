using FitServerless.Local.Host.Invocation;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Host.Durable.Entities;

/// <summary>Where the worker would call the function with a dispatcher, this runs the entity that the dispatcher would run.</summary>
internal sealed class EntityFunctionContext(
    FunctionInvoker invoker, EntityBatch batch, IServiceProvider services, CancellationToken cancellationToken)
    : DurableFunctionContext(invoker, services, cancellationToken)
{
    public override Task InvokeAsync()
    {
        var entity = (ITaskEntity)ActivatorUtilities.GetServiceOrCreateInstance(InstanceServices, Invoker.Function.Method.DeclaringType!);
        return batch.RunAsync(entity);
    }
}
