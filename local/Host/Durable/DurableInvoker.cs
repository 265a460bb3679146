using System.Diagnostics;
using System.Reflection;
using FitServerless.Local.Host.Invocation;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace FitServerless.Local.Host.Durable;

/// <summary>Calls durable functions through the worker's pipeline, each in a scope and an activity of its own.</summary>
internal sealed class DurableInvoker(
    IReadOnlyDictionary<string, Function> functions, Func<ParameterInfo, ArgumentBinder> bind, IServiceProvider services)
{
    private readonly Dictionary<string, FunctionInvoker> _invokers = functions.ToDictionary(
        pair => pair.Key, pair => new FunctionInvoker(pair.Value, bind), StringComparer.OrdinalIgnoreCase);

    private readonly FunctionExecutionDelegate _pipeline = services.GetRequiredService<FunctionExecutionDelegate>();

    /// <returns>Null when there is no such function.</returns>
    public FunctionInvoker? Find(string name) => _invokers.GetValueOrDefault(name);

    public async Task<T> InvokeAsync<T>(FunctionInvoker function, Func<IServiceProvider, T> createContext)
        where T : DurableFunctionContext
    {
        using var activity = new Activity(function.Function.Name).Start();
        await using var scope = services.CreateAsyncScope();
        var context = createContext(scope.ServiceProvider);
        await _pipeline(context);
        return context;
    }

    /// <summary>For what has to call the pipeline itself.</summary>
    public async Task<T> InvokeAsync<T>(FunctionInvoker function, Func<IServiceProvider, FunctionExecutionDelegate, T> run)
    {
        using var activity = new Activity(function.Function.Name).Start();
        await using var scope = services.CreateAsyncScope();
        return run(scope.ServiceProvider, _pipeline);
    }
}
