using Microsoft.Azure.Functions.Worker.Context.Features;

namespace Microsoft.Azure.Functions.Worker;

internal sealed class DefaultInvocationResult(IFunctionBindingsFeature bindings) : InvocationResult
{
    public override object? Value
    {
        get => bindings.InvocationResult;
        set => bindings.InvocationResult = value;
    }
}
