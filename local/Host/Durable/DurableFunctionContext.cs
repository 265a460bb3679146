using FitServerless.Local.Host.Invocation;

namespace FitServerless.Local.Host.Durable;

internal abstract class DurableFunctionContext(FunctionInvoker invoker, IServiceProvider services, CancellationToken cancellationToken)
    : LocalFunctionContext(invoker, cancellationToken)
{
    public override IServiceProvider InstanceServices { get; set; } = services;
}
