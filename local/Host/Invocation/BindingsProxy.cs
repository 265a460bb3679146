using System.Collections.Immutable;
using System.Reflection;

namespace FitServerless.Local.Host.Invocation;

/// <summary>Stands in for the worker's binding feature, an interface that cannot be named from outside it.</summary>
internal class BindingsProxy : DispatchProxy
{
    public LocalFunctionContext Context { get; set; } = null!;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name switch
    {
        "get_InvocationResult" => Context.Result,
        "set_InvocationResult" => Context.Result = args![0],
        "get_TriggerMetadata" => Context.BindingContext.BindingData,
        "get_InputData" => ImmutableDictionary<string, object?>.Empty,
        "get_OutputBindingData" => new Dictionary<string, object?>(),
        var member => throw new NotSupportedException($"This host has no output bindings ({member})."),
    };
}
