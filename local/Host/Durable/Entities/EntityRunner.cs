using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Invocation;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Host.Durable.Entities;

/// <summary>Runs operations through an entity's function.</summary>
internal sealed partial class EntityRunner(DurableFunctions functions, HubServices hub, IServiceProvider services)
{
    private readonly DurableInvoker _invoker = new(functions.Entities, _ => Unused, services);
    private readonly ILogger _logger = hub.Logs.CreateLogger("DurableTask.Entities");

    // The function itself is never called.
    private static ValueTask<object?> Unused(LocalFunctionContext context) => default;

    /// <summary>Whatever fails, it fails the operations and not the caller.</summary>
    public async Task<EntityBatch> RunAsync(
        string entityId, string? state, IReadOnlyList<HubMessage> operations, CancellationToken cancellation)
    {
        var id = EntityInstanceId.FromString(entityId);
        var batch = new EntityBatch(id, state, operations, hub.Converter, hub.Keys, _logger);
        if (_invoker.Find(id.Name) is not { } function)
        {
            LogUnknown(id);
            batch.FailRest(new("EntityFunctionNotFound", $"There is no entity function '{id.Name}'.", null, null, null));
            return batch;
        }

        try
        {
            await _invoker.InvokeAsync(function, scope => new EntityFunctionContext(function, batch, scope, cancellation));
        }
        catch (Exception exception)
        {
            LogFailed(exception, id);
            batch.FailRest(TaskFailureDetails.FromException(exception));
        }

        return batch;
    }

    [LoggerMessage(LogLevel.Error, "No function runs {Entity}; its operations are dropped")]
    private partial void LogUnknown(EntityInstanceId entity);

    [LoggerMessage(LogLevel.Error, "The function of {Entity} failed; the operations not run yet are dropped")]
    private partial void LogFailed(Exception exception, EntityInstanceId entity);
}
