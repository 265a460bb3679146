namespace Microsoft.Azure.Functions.Worker.Context.Features;

// Internal in the real package as well, where it has more members: a host that offers this feature must do so by proxy.
internal interface IFunctionBindingsFeature
{
    object? InvocationResult { get; set; }
}
