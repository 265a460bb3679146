using System.Collections;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Invocation;

internal sealed class InvocationFeatures(LocalFunctionContext context) : IInvocationFeatures
{
    // Internal to the worker, and all that GetInvocationResult() asks of a context.
    private const string BindingsFeature = "Microsoft.Azure.Functions.Worker.Context.Features.IFunctionBindingsFeature";

    private readonly Dictionary<Type, object> _features = [];

    public void Set<T>(T instance) => _features[typeof(T)] = instance!;

    public T? Get<T>()
    {
        if (_features.TryGetValue(typeof(T), out var feature)) return (T)feature;
        if (typeof(T).FullName != BindingsFeature) return default;
        var bindings = DispatchProxy.Create<T, BindingsProxy>()!;
        ((BindingsProxy)(object)bindings).Context = context;
        Set(bindings);
        return bindings;
    }

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _features.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
