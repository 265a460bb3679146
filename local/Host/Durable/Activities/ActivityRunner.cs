using System.Reflection;
using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FitServerless.Local.Host.Durable.Activities;

/// <summary>Runs activities through their functions.</summary>
internal sealed partial class ActivityRunner
{
    private readonly HubServices _hub;
    private readonly DurableInvoker _invoker;
    private readonly ILogger _logger;

    public ActivityRunner(DurableFunctions functions, HubServices hub, IServiceProvider services)
    {
        _hub = hub;
        _invoker = new(functions.Activities, Bind, services);
        _logger = hub.Logs.CreateLogger("DurableTask.Activities");
    }

    /// <returns>How it ended; a failure is such an end, too.</returns>
    public async Task<HubEvent> RunAsync(string instanceId, HubAction call, CancellationToken cancellation)
    {
        try
        {
            var function = _invoker.Find(call.Name!) ?? throw new InvalidOperationException($"There is no activity '{call.Name}'.");
            var context = await _invoker.InvokeAsync(
                function, scope => new ActivityFunctionContext(function, call.Data, instanceId, scope, cancellation));
            return new HubEvent(EventKind.TaskCompleted) { TaskId = call.TaskId, Data = _hub.Converter.Serialize(context.Result) };
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(exception, call.Name!, instanceId);
            return new HubEvent(EventKind.TaskFailed) { TaskId = call.TaskId, Failure = TaskFailureDetails.FromException(exception) };
        }
    }

    private ArgumentBinder Bind(ParameterInfo parameter)
    {
        var missing = CommonArguments.ForMissing(parameter);
        if (!parameter.IsDefined(typeof(ActivityTriggerAttribute))) return _ => new(missing());
        return context => new(
            ((ActivityFunctionContext)context).Input is { } input ? _hub.Converter.Deserialize(input, parameter.ParameterType) : missing());
    }

    [LoggerMessage(LogLevel.Error, "The activity {Activity} of {Instance} failed")]
    private partial void LogFailed(Exception exception, string activity, string instance);
}
