using FitServerless.Local.Host.Invocation;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Timers;

internal sealed class TimerFunctionContext(
    FunctionInvoker invoker, IServiceProvider services, TimerInfo timer, CancellationToken cancellationToken)
    : LocalFunctionContext(invoker, cancellationToken)
{
    public TimerInfo Timer => timer;

    public override IServiceProvider InstanceServices { get; set; } = services;
}
