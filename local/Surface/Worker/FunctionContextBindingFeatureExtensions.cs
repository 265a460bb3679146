using Microsoft.Azure.Functions.Worker.Context.Features;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextBindingFeatureExtensions
{
    /// <exception cref="InvalidOperationException">The context's features hold no binding feature.</exception>
    public static InvocationResult GetInvocationResult(this FunctionContext context) =>
        new DefaultInvocationResult(context.Features.Get<IFunctionBindingsFeature>()
            ?? throw new InvalidOperationException($"The context has no {nameof(IFunctionBindingsFeature)}."));
}
