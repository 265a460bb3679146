using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Invocation;

internal sealed class InvocationBindingContext(IReadOnlyDictionary<string, object?> bindingData) : BindingContext
{
    public override IReadOnlyDictionary<string, object?> BindingData => bindingData;
}
