using System.Reflection;
using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Durable.Storage;
using FitServerless.Local.Host.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>Runs orchestrators through their functions.</summary>
internal sealed partial class OrchestrationRunner
{
    private readonly HubServices _hub;
    private readonly DurableInvoker _invoker;
    private readonly ILogger _logger;

    public OrchestrationRunner(DurableFunctions functions, HubServices hub, IServiceProvider services)
    {
        _hub = hub;
        _invoker = new(functions.Orchestrators, Bind, services);
        _logger = hub.Logs.CreateLogger("DurableTask.Orchestrations");
    }

    public async Task<TurnResult> RunAsync(
        OrchestrationRecord instance, IReadOnlyList<Turn> past, Turn next, CancellationToken cancellation)
    {
        if (_invoker.Find(instance.Name) is not { } function)
        {
            LogUnknown(instance.Name, instance.InstanceId);
            var failure = new TaskFailureDetails("OrchestratorNotFound", $"There is no orchestrator '{instance.Name}'.", null, null, null);
            return new TurnResult(TurnOutcome.Failed, []) { Failure = failure, CustomStatus = instance.CustomStatus };
        }

        var result = await _invoker.InvokeAsync(function, (services, pipeline) => Replay.Run(
            instance, past, next, _hub.Converter, _hub.Logs, async context =>
            {
                var call = new OrchestrationFunctionContext(function, context, instance.Input, services, cancellation);
                await pipeline(call);
                return call.Result;
            }));
        if (result.Failure is { } reason) LogFailed(instance.Name, instance.InstanceId, reason);
        return result;
    }

    // The first parameter that nothing else fills is the input, as in the real extension.
    private ArgumentBinder Bind(ParameterInfo parameter)
    {
        if (parameter.IsDefined(typeof(OrchestrationTriggerAttribute)))
            return context => new(((OrchestrationFunctionContext)context).Orchestration);
        var missing = CommonArguments.ForMissing(parameter);
        return context => new(((OrchestrationFunctionContext)context).Input is { } input
            ? _hub.Converter.Deserialize(input, parameter.ParameterType)
            : missing());
    }

    [LoggerMessage(LogLevel.Error, "No function runs the orchestrator {Orchestrator} of {Instance}")]
    private partial void LogUnknown(string orchestrator, string instance);

    [LoggerMessage(LogLevel.Error, "The orchestrator {Orchestrator} of {Instance} failed: {Reason}")]
    private partial void LogFailed(string orchestrator, string instance, TaskFailureDetails reason);
}
