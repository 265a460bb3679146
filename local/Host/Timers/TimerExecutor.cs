using System.Diagnostics;
using System.Reflection;
using FitServerless.Local.Host.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace FitServerless.Local.Host.Timers;

/// <summary>Calls a timer's function through the worker's pipeline, in a scope and an activity of its own.</summary>
internal sealed class TimerExecutor(TimerFunction timer, IServiceProvider services)
{
    private readonly FunctionInvoker _invoker = new(timer.Function, Bind);
    private readonly FunctionExecutionDelegate _pipeline = services.GetRequiredService<FunctionExecutionDelegate>();

    public async Task ExecuteAsync(TimerInfo info, CancellationToken cancellationToken)
    {
        using var activity = new Activity(timer.Function.Name).Start();
        await using var scope = services.CreateAsyncScope();
        await _pipeline(new TimerFunctionContext(_invoker, scope.ServiceProvider, info, cancellationToken));
    }

    private static ArgumentBinder Bind(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(TimerInfo)) return context => new(((TimerFunctionContext)context).Timer);
        var missing = CommonArguments.ForMissing(parameter);
        return _ => new(missing());
    }
}
